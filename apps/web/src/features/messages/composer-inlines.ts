import { isSafeUrl } from '@parvis/rich-text';
import type { InlineNode } from '@parvis/rich-text';
import type { JSONContent } from '@tiptap/core';

type Mark = NonNullable<JSONContent['marks']>[number];

const markOf = { strong: 'bold', emphasis: 'italic', strike: 'strike', spoiler: 'spoiler' } as const;
const nodeOf = { bold: 'strong', italic: 'emphasis', strike: 'strike', spoiler: 'spoiler' } as const;

/** Marks of which the text is taken as it stands. */
const codeNodeOf = { code: 'inlineCode', math: 'inlineMath' } as const;

/** Nested marks of the tree as the editor's flat ones. */
export function editorInlines(nodes: readonly InlineNode[], marks: Mark[] = []): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value, marks }];
      case 'inlineCode':
        return [{ type: 'text', text: node.value, marks: [...marks, { type: 'code' }] }];
      case 'inlineMath':
        return [{ type: 'text', text: node.value, marks: [...marks, { type: 'math' }] }];
      case 'break':
        return [{ type: 'hardBreak' }];
      case 'mention': {
        const attrs = 'id' in node ? { kind: node.kind, id: node.id, label: node.label } : { kind: node.kind };
        return [{ type: 'mention', attrs, marks }];
      }
      case 'link': {
        // A bare address stays text: whoever edits it changes where it leads.
        if (isBare(node.url, node.children)) return editorInlines(node.children, marks);
        return editorInlines(node.children, [...marks, { type: 'link', attrs: { href: node.url } }]);
      }
      default:
        return editorInlines(node.children, [...marks, { type: markOf[node.type] }]);
    }
  });
}

function isBare(url: string, [only, ...others]: readonly InlineNode[]): boolean {
  if (only?.type !== 'text' || others.length > 0) return false;
  return ['', 'http://', 'mailto:'].some((scheme) => scheme + only.value === url);
}

/** A line of the editor; nothing when it is empty. White space around it is dropped. */
export function inlinesFromEditor(content: readonly JSONContent[]): InlineNode[] {
  const nodes = withoutMarkedEdges(joinedMath(content).flatMap(splitEdges));
  while (isBlank(nodes[0])) nodes.shift();
  while (isBlank(nodes.at(-1))) nodes.pop();
  return nest(nodes, []);
}

function isBlank(node: JSONContent | undefined): boolean {
  if (!node) return false;
  return node.type === 'hardBreak' || (node.type === 'text' && !isCode(node) && (node.text ?? '').trim() === '');
}

function isCode(node: JSONContent): boolean {
  return node.marks?.some((mark) => mark.type in codeNodeOf) ?? false;
}

function isMath(node: JSONContent | undefined): boolean {
  return node?.marks?.some((mark) => mark.type === 'math') ?? false;
}

// Math of which only a part is bold would come apart into two.
function joinedMath(content: readonly JSONContent[]): JSONContent[] {
  const nodes: JSONContent[] = [];
  for (const node of content) {
    const last = nodes.at(-1);
    if (last && isMath(last) && isMath(node)) {
      nodes[nodes.length - 1] = { ...last, text: `${last.text}${node.text}`, marks: (last.marks ?? []).filter((mark) => hasMark(node, mark)) };
    } else nodes.push(node);
  }
  return nodes;
}

function splitEdges(node: JSONContent): JSONContent[] {
  const parts = node.type === 'text' && !isCode(node) ? /^(\s*)(.*?)(\s*)$/su.exec(node.text ?? '') : null;
  if (!parts) return [node];
  return parts.slice(1).flatMap((text) => (text === '' ? [] : [{ ...node, text }]));
}

// Markdown can't begin or end bold and the like with a space; in the editor that happens all the
// time, and isn't seen.
function withoutMarkedEdges(nodes: JSONContent[]): JSONContent[] {
  const sweep = (list: JSONContent[]) => {
    let before: JSONContent | undefined;
    return list.map((node) => {
      const swept = isBlank(node) ? { ...node, marks: node.marks?.filter((mark) => !isEmphasis(mark) || hasMark(before, mark)) ?? [] } : node;
      before = swept;
      return swept;
    });
  };
  return sweep(sweep(nodes).reverse()).reverse();
}

function isEmphasis(mark: Mark): boolean {
  return mark.type in nodeOf;
}

function hasMark(node: JSONContent | undefined, mark: Mark): boolean {
  return node?.marks?.some((other) => isSame(other, mark)) ?? false;
}

function isSame(a: Mark, b: Mark): boolean {
  return a.type === b.type && a.attrs?.href === b.attrs?.href;
}

function nest(nodes: readonly JSONContent[], applied: readonly Mark[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (!node) break;
    const open = (node.marks ?? []).filter((mark) => !(mark.type in codeNodeOf) && !applied.some((other) => isSame(other, mark)));
    const runs = open.map((mark) => ({ mark, length: runLength(nodes, index, mark) })).sort((a, b) => b.length - a.length);
    const longest = runs[0];
    if (longest) {
      const run = nodes.slice(index, index + longest.length);
      result.push(...wrapped(longest.mark, nest(run, [...applied, longest.mark])));
      index += longest.length;
    } else {
      result.push(...leaf(node));
      index += 1;
    }
  }
  return result;
}

function runLength(nodes: readonly JSONContent[], from: number, mark: Mark): number {
  let length = 1;
  while (hasMark(nodes[from + length], mark)) length += 1;
  return length;
}

function wrapped(mark: Mark, children: InlineNode[]): InlineNode[] {
  if (mark.type === 'link') {
    const url = String(mark.attrs?.href ?? '');
    return isSafeUrl(url) ? [{ type: 'link', url, children }] : children;
  }
  return isEmphasis(mark) ? [{ type: nodeOf[mark.type as keyof typeof nodeOf], children }] : children;
}

function leaf(node: JSONContent): InlineNode[] {
  if (node.type === 'hardBreak') return [{ type: 'break' }];
  if (node.type === 'text') {
    const value = node.text ?? '';
    if (isMath(node)) return value.trim() === '' ? [{ type: 'text', value }] : [{ type: 'inlineMath', value: value.trim() }];
    return [{ type: isCode(node) ? 'inlineCode' : 'text', value }];
  }
  if (node.type !== 'mention') return [];
  const { kind, id, label } = node.attrs ?? {};
  return kind === 'everyone' || kind === 'here' ? [{ type: 'mention', kind }] : [{ type: 'mention', kind, id, label }];
}
