import type { BlockContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { calloutMark } from './callout-syntax.ts';
import { mathInCell, writableMath } from './math-value.ts';
import { mentionSign, ROOM_WORDS } from './mention-syntax.ts';
import type { BlockNode, CalloutNode, InlineNode, ListItemNode, MentionNode, RichTextRoot, TableRowNode } from './nodes.ts';

// The look-behind keeps the search for e-mail addresses linear.
const address = /(?:https?:\/\/|www\.)[^\s<>|]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const linkable = /^(?:https?:\/\/[\p{L}\p{N}]|www\.[a-z\d][\w-]*\.[a-z]|[a-z\d][\w.+-]*@[\w.-]*\.[\w-]*[a-z]$)/iu;
const trailingPunctuation = /[?!.,:;*_~'")\]]+$/u;

export function toMdast(root: RichTextRoot): Root {
  return { type: 'root', children: root.children.map(block) };
}

function block(node: BlockNode): RootContent {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlines(node.children) };
    case 'heading':
      return { type: 'heading', depth: node.depth, children: inlines(node.children) };
    case 'blockquote':
      return { type: 'blockquote', children: node.children.map(block) as BlockContent[] };
    case 'callout':
      return { type: 'blockquote', children: calloutBlocks(node) };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered,
        start: node.ordered ? node.start : null,
        spread: node.spread,
        children: node.children.map((item) => listItem(item, node.spread)),
      };
    case 'code':
      return { type: 'code', lang: node.language, value: node.value };
    case 'math':
      return { type: 'math', value: node.value };
    case 'table':
      return { type: 'table', align: node.align, children: node.children.map(tableRow) };
    case 'thematicBreak':
      return { type: 'thematicBreak' };
  }
}

// The mark stands in the first paragraph, or in one of its own: what else a callout begins with might
// not be read as it is right after a line of text.
function calloutBlocks({ kind, children }: CalloutNode): BlockContent[] {
  const [first, ...others] = children.map(block) as BlockContent[];
  const mark = calloutMark(kind);
  if (first?.type === 'paragraph') return [{ type: 'paragraph', children: [mark, { type: 'break' }, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [mark] }, ...(first ? [first] : []), ...others];
}

function listItem(node: ListItemNode, spread: boolean) {
  const children = node.children.map(block) as BlockContent[];
  return { type: 'listItem' as const, checked: node.checked, spread, children };
}

function tableRow(node: TableRowNode): TableRow {
  return {
    type: 'tableRow',
    children: node.children.map((cell) => ({ type: 'tableCell', children: inlines(cell.children.flatMap(fitForCell)) })),
  };
}

// A pipe ends a cell, so a spoiler can't be written in one, nor math with pipes.
function fitForCell(node: InlineNode): InlineNode[] {
  if (node.type === 'spoiler') return node.children.flatMap(fitForCell);
  if (node.type === 'inlineMath') return [{ type: 'inlineMath', value: mathInCell(node.value) }];
  return 'children' in node ? [{ ...node, children: node.children.flatMap(fitForCell) }] : [node];
}

function inlines(nodes: readonly InlineNode[], inLink = false): PhrasingContent[] {
  return nodes.flatMap((node) => inline(node, inLink));
}

function inline(node: InlineNode, inLink: boolean): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return inLink ? [{ type: 'text', value: node.value }] : linkAddresses(node.value);
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlines(node.children, inLink) }];
    case 'strike':
      return [{ type: 'delete', children: inlines(node.children, inLink) }];
    case 'spoiler':
      return [{ type: 'spoiler', children: inlines(node.children, inLink) }];
    case 'inlineMath': {
      const value = writableMath(node.value);
      return value === '' ? [] : [{ type: 'inlineMath', value }];
    }
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'link':
      return [{ type: 'link', url: node.url, children: inlines(node.children, true) }];
    case 'mention':
      return [mention(node)];
    case 'break':
      return [{ type: 'break' }];
  }
}

function mention(node: MentionNode): PhrasingContent {
  if (node.kind === 'everyone' || node.kind === 'here') return { type: 'text', value: ROOM_WORDS[node.kind] };
  const value = `${mentionSign(node.kind)}${node.label}`;
  return { type: 'link', url: `mention:${node.kind}/${node.id}`, children: [{ type: 'text', value }] };
}

// An address in a text is a link for every reader; escaping its characters as text would break it.
function linkAddresses(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of value.matchAll(address)) {
    const label = match[0].replace(trailingPunctuation, '');
    if (!linkable.test(label)) continue;
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) });
    nodes.push({ type: 'link', url: urlOf(label), children: [{ type: 'text', value: label }] });
    end = match.index + label.length;
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) });
  return nodes;
}

function urlOf(label: string): string {
  if (/^https?:/iu.test(label)) return label;
  return `${/^www\./iu.test(label) ? 'http://' : 'mailto:'}${label}`;
}
