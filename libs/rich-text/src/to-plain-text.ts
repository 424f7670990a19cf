import { mentionSign, ROOM_WORDS } from './mention-syntax.ts';
import type { BlockNode, InlineNode, ListNode, MentionNode, RichTextRoot } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';

export interface PlainTextOptions {
  /** Present name of a person, when it is known; otherwise the name in the text is used. */
  resolveUser?: (id: string) => string | undefined;
  resolveChannel?: (id: string) => string | undefined;
  resolveGroup?: (id: string) => string | undefined;
  /** Shows what spoilers hide. */
  revealSpoilers?: boolean;
}

/** Stands for a spoiler: its length would tell something. */
const HIDDEN = '▮▮▮';

/** A message as text for previews, notifications and search: no marks, one line per block. */
export function toPlainText(source: string | RichTextRoot, options: PlainTextOptions = {}): string {
  const root = typeof source === 'string' ? parseMarkdown(source) : source;
  return blocksText(root.children, options).trim();
}

function blocksText(nodes: readonly BlockNode[], options: PlainTextOptions): string {
  return nodes
    .map((node) => blockText(node, options))
    .filter((text) => text !== '')
    .join('\n');
}

function blockText(node: BlockNode, options: PlainTextOptions): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.children, options);
    case 'blockquote':
    case 'callout':
      return blocksText(node.children, options);
    case 'list':
      return listText(node, options);
    case 'code':
    case 'math':
      return node.value;
    case 'table':
      return node.children.map((row) => row.children.map((cell) => inlineText(cell.children, options)).join('  ')).join('\n');
    case 'thematicBreak':
      return '';
  }
}

function listText(node: ListNode, options: PlainTextOptions): string {
  return node.children
    .map((item, index) => {
      const marker = node.ordered ? `${node.start + index}.` : '•';
      const box = item.checked === null ? '' : item.checked ? '☑ ' : '☐ ';
      return `${marker} ${box}${blocksText(item.children, options)}`;
    })
    .join('\n');
}

function inlineText(nodes: readonly InlineNode[], options: PlainTextOptions): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') return node.value;
      if (node.type === 'break') return '\n';
      if (node.type === 'spoiler' && !options.revealSpoilers) return HIDDEN;
      if (node.type === 'mention') return mentionText(node, options);
      return inlineText(node.children, options);
    })
    .join('');
}

function mentionText(node: MentionNode, options: PlainTextOptions): string {
  if (node.kind === 'everyone' || node.kind === 'here') return ROOM_WORDS[node.kind];
  const resolve = { user: options.resolveUser, channel: options.resolveChannel, group: options.resolveGroup }[node.kind];
  return `${mentionSign(node.kind)}${resolve?.(node.id) ?? node.label}`;
}
