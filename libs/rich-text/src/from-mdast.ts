import type { Definition, List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { TREE_DEPTH_LIMIT } from './limits.ts';
import { readCallout } from './callout-syntax.ts';
import { mentionNode, parseMentionUrl, splitRoomMentions } from './mention-syntax.ts';
import type {} from './message-compiler.ts';
import type { BlockNode, InlineNode, ListItemNode, ListNode, TableNode } from './nodes.ts';
import { isSafeUrl } from './safe-url.ts';

interface Reading {
  source: string;
  definitions: ReadonlyMap<string, Definition>;
  /** Called for each task that is shown, with the place in the source of the mark between its brackets. */
  onTask: ((markOffset: number) => void) | undefined;
}

interface Scope extends Reading {
  depth: number;
  inLink: boolean;
}

export function blocksFromMdast(nodes: RootContent[], reading: Reading): BlockNode[] {
  return blocks(nodes, { ...reading, depth: 1, inLink: false });
}

function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

function blocks(nodes: readonly RootContent[], scope: Scope): BlockNode[] {
  return nodes.flatMap((node) => block(node, scope));
}

function block(node: RootContent, scope: Scope): BlockNode[] {
  // Three levels are kept for what a flat block needs: list item, paragraph, text.
  if (scope.depth > TREE_DEPTH_LIMIT - 3) return flattened(node);
  const inner = deeper(scope);
  switch (node.type) {
    case 'paragraph': {
      const [only, ...others] = node.children;
      if (only?.type === 'inlineMath' && only.display && others.length === 0) return [{ type: 'math', value: only.value }];
      return [{ type: 'paragraph', children: inlines(node.children, inner) }];
    }
    case 'heading':
      return [{ type: 'heading', depth: node.depth, children: inlines(node.children, inner) }];
    case 'blockquote': {
      const callout = readCallout(node, scope.source);
      if (callout) return [{ type: 'callout', kind: callout.kind, children: blocks(callout.children, inner) }];
      return [{ type: 'blockquote', children: blocks(node.children, inner) }];
    }
    case 'list':
      return [list(node, inner)];
    case 'code':
      return [{ type: 'code', language: node.lang ?? null, value: node.value }];
    case 'math':
      return [{ type: 'math', value: node.value }];
    case 'table':
      return [table(node, inner)];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'definition':
      return [];
    default:
      return flattened(node);
  }
}

function flattened(node: Nodes): BlockNode[] {
  const value = toString(node);
  return value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

function list(node: List, scope: Scope): ListNode {
  const children = node.children.map((item): ListItemNode => {
    if (item.data?.markOffset !== undefined) scope.onTask?.(item.data.markOffset);
    return { type: 'listItem', checked: item.checked ?? null, children: blocks(item.children, deeper(scope)) };
  });
  const spread = (node.spread ?? false) || node.children.some((item) => item.spread);
  return { type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, spread, children };
}

function table(node: Extract<RootContent, { type: 'table' }>, scope: Scope): TableNode {
  return {
    type: 'table',
    align: (node.align ?? []).map((side) => side ?? null),
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({
        type: 'tableCell',
        children: inlines(cell.children, deeper(deeper(scope))),
      })),
    })),
  };
}

function inlines(nodes: readonly PhrasingContent[], scope: Scope): InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes.flatMap((child) => inline(child, scope))) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node.type === 'text' ? { ...node } : node);
  }
  return scope.inLink ? result : result.flatMap((node) => (node.type === 'text' ? splitRoomMentions(node.value) : [node]));
}

function inline(node: PhrasingContent, scope: Scope): InlineNode[] {
  if (scope.depth >= TREE_DEPTH_LIMIT) return text(toString(node));
  const inner = deeper(scope);
  switch (node.type) {
    case 'text':
      return withBreaks(node.value);
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlines(node.children, inner) }];
    case 'delete':
      return [{ type: 'strike', children: inlines(node.children, inner) }];
    case 'spoiler':
      return [{ type: 'spoiler', children: inlines(node.children, inner) }];
    case 'inlineMath':
      return node.value === '' ? [] : [{ type: 'inlineMath', value: node.value }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return link(node.url, node.children, scope);
    case 'linkReference':
      return link(scope.definitions.get(node.identifier)?.url ?? '', node.children, scope);
    case 'image':
      return picture(node.url, node.alt, scope);
    case 'imageReference':
      return picture(scope.definitions.get(node.identifier)?.url ?? '', node.alt, scope);
    default:
      return text(toString(node));
  }
}

function text(value: string): InlineNode[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

// In a chat a new line is meant: it is shown as one, where Markdown would join the lines.
function withBreaks(value: string): InlineNode[] {
  return value.split('\n').flatMap((line, index): InlineNode[] => (index === 0 ? text(line) : [{ type: 'break' }, ...text(line)]));
}

function link(url: string, children: PhrasingContent[], scope: Scope): InlineNode[] {
  const target = parseMentionUrl(url);
  if (target && !scope.inLink) return [mentionNode(target, toString(children))];
  if (scope.inLink || !isSafeUrl(url)) return inlines(children, scope);
  const inner = inlines(children, { ...deeper(scope), inLink: true });
  return [{ type: 'link', url, children: inner.length > 0 ? inner : text(url) }];
}

function picture(url: string, alt: string | null | undefined, scope: Scope): InlineNode[] {
  const label = alt || url;
  if (scope.inLink || !isSafeUrl(url)) return text(label);
  return [{ type: 'link', url, children: text(label) }];
}
