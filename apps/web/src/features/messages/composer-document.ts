import { parseMarkdown, serialiseMarkdown } from '@parvis/rich-text';
import type { BlockNode, InlineNode, ListItemNode, TableNode, TableRowNode } from '@parvis/rich-text';
import type { JSONContent } from '@tiptap/core';
import { editorInlines, inlinesFromEditor } from './composer-inlines.ts';

/*
 * In the editor a line is a paragraph and an empty paragraph is the space between two: so every line
 * can become a list, a quote or code as it is typed. In Markdown the lines of one paragraph are
 * separated by line breaks, and paragraphs by an empty line.
 */

export function editorDocument(markdown: string): JSONContent {
  const content = editorBlocks(parseMarkdown(markdown).children);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export function markdownFromEditor(document: JSONContent): string {
  return serialiseMarkdown({ type: 'root', children: blocksFromEditor(document.content ?? []) });
}

function editorBlocks(nodes: readonly BlockNode[]): JSONContent[] {
  return nodes.flatMap((node, index) => {
    const follows = node.type === 'paragraph' && nodes[index - 1]?.type === 'paragraph';
    return follows ? [{ type: 'paragraph' }, ...editorBlock(node)] : editorBlock(node);
  });
}

function editorBlock(node: BlockNode): JSONContent[] {
  switch (node.type) {
    case 'paragraph':
      return linesOf(editorInlines(node.children)).map((content) => ({ type: 'paragraph', content }));
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: editorInlines(node.children) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: orEmpty(editorBlocks(node.children)) }];
    case 'callout':
      return [{ type: 'callout', attrs: { kind: node.kind }, content: orEmpty(editorBlocks(node.children)) }];
    case 'math':
      return [{ type: 'mathBlock', content: rawText(node.value) }];
    case 'list':
      return [
        {
          type: node.ordered ? 'orderedList' : 'bulletList',
          ...(node.ordered && { attrs: { start: node.start } }),
          content: node.children.map(editorItem),
        },
      ];
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.language }, content: rawText(node.value) }];
    case 'table':
      return [editorTable(node)];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
  }
}

function editorTable({ align, children }: TableNode): JSONContent {
  const width = Math.max(...children.map((row) => row.children.length));
  const content = children.map((row) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, column) => ({
      type: 'tableCell',
      attrs: { align: align[column] ?? null },
      content: [{ type: 'paragraph', content: editorInlines(row.children[column]?.children ?? []) }],
    })),
  }));
  return { type: 'table', content };
}

function tableFromEditor(rows: readonly JSONContent[]): TableNode {
  const align = (rows[0]?.content ?? []).map((cell) => cell.attrs?.align ?? null);
  const children = rows.map((row): TableRowNode => ({
    type: 'tableRow',
    children: (row.content ?? []).map((cell) => ({ type: 'tableCell', children: oneLine(inlinesFromEditor(cell.content?.[0]?.content ?? [])) })),
  }));
  return { type: 'table', align, children };
}

function oneLine(nodes: InlineNode[]): InlineNode[] {
  return nodes.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node));
}

function editorItem(item: ListItemNode): JSONContent {
  const content = editorBlocks(item.children);
  // The editor's items begin with a paragraph.
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
  return { type: 'listItem', attrs: { checked: item.checked }, content };
}

function orEmpty(content: JSONContent[]): JSONContent[] {
  return content.length > 0 ? content : [{ type: 'paragraph' }];
}

function rawText(text: string): JSONContent[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function linesOf(nodes: readonly JSONContent[]): JSONContent[][] {
  const lines: JSONContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function blocksFromEditor(nodes: readonly JSONContent[]): BlockNode[] {
  const blocks: BlockNode[] = [];
  let lines: InlineNode[][] = [];
  const endParagraph = () => {
    const children = lines.flatMap((line, index): InlineNode[] => (index === 0 ? line : [{ type: 'break' }, ...line]));
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    lines = [];
  };
  for (const node of nodes) {
    const line = node.type === 'paragraph' ? inlinesFromEditor(node.content ?? []) : [];
    if (line.length > 0) {
      lines.push(line);
      continue;
    }
    endParagraph();
    if (node.type !== 'paragraph') blocks.push(...blockFromEditor(node));
  }
  endParagraph();
  return blocks;
}

function blockFromEditor(node: JSONContent): BlockNode[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'heading': {
      const children = inlinesFromEditor(content);
      return children.length > 0 ? [{ type: 'heading', depth: node.attrs?.level ?? 1, children }] : [];
    }
    case 'blockquote': {
      const children = blocksFromEditor(content);
      return children.length > 0 ? [{ type: 'blockquote', children }] : [];
    }
    case 'bulletList':
    case 'orderedList': {
      const children = content.map(itemFromEditor);
      const ordered = node.type === 'orderedList';
      return [{ type: 'list', ordered, start: node.attrs?.start ?? 1, spread: children.some(isSpread), children }];
    }
    case 'codeBlock':
      return [{ type: 'code', language: node.attrs?.language ?? null, value: textOf(content) }];
    case 'callout':
      return [{ type: 'callout', kind: node.attrs?.kind ?? 'note', children: blocksFromEditor(content) }];
    case 'mathBlock':
      return textOf(content).trim() === '' ? [] : [{ type: 'math', value: textOf(content) }];
    case 'table':
      return [tableFromEditor(content)];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    default:
      return [];
  }
}

function itemFromEditor(node: JSONContent): ListItemNode {
  return { type: 'listItem', checked: node.attrs?.checked ?? null, children: blocksFromEditor(node.content ?? []) };
}

function isSpread(item: ListItemNode): boolean {
  return item.children.some((child, index) => child.type === 'paragraph' && item.children[index + 1]?.type === 'paragraph');
}

function textOf(content: readonly JSONContent[]): string {
  return content.map((node) => node.text ?? '\n').join('');
}
