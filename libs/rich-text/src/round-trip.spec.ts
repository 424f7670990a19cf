import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockNode, InlineNode, ListItemNode, RichTextRoot } from './nodes.ts';
import { CALLOUT_KINDS } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { serialiseMarkdown } from './serialise-markdown.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

const word = fc.constantFrom('word', 'two words', 'a*b', '$5', '100$', '||', 'x|y', '[!NOTE]', 'é', '日本', '1.', '# a', '- b', '> c', 'snake_case', '`', '~~', '\\', '&amp;', '<b>', '@channels', '3 > 2', '$x$ ', '_', '__a__');
const text = word.map((value): InlineNode => ({ type: 'text', value: value.trim() }));
const math = fc.constantFrom('x^2', 'a|b', '\\$5', 'a_1 + b', '\\frac{a}{b}', '`').map((value): InlineNode => ({ type: 'inlineMath', value }));
const code = fc.constantFrom('a*b', '`', '$x$', '||', 'a b').map((value): InlineNode => ({ type: 'inlineCode', value }));
const mention = fc.constantFrom<InlineNode>(
  { type: 'mention', kind: 'user', id, label: 'Zoé [a_b]' },
  { type: 'mention', kind: 'group', id, label: 'design' },
  { type: 'mention', kind: 'everyone' },
  { type: 'mention', kind: 'here' },
);
const plain = fc.oneof(text, text, math, code, mention);
// Apart by spaces: what stands right beside a mark is its own test.
const line = (inline: fc.Arbitrary<InlineNode>) =>
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((nodes) => nodes.flatMap((node, index): InlineNode[] => (index === 0 ? [node] : [{ type: 'text', value: ' ' }, node])));
const marked = fc.tuple(fc.constantFrom('strong', 'emphasis', 'strike', 'spoiler'), line(plain)).map(([type, children]) => ({ type, children }) as InlineNode);
const link = line(text).map((children): InlineNode => ({ type: 'link', url: 'https://x.example/a?b=$c$', children }));
const inlines = line(fc.oneof(plain, marked, link)).map(joined);

/** Neighbouring texts are one, as the parser has it. */
function joined(nodes: readonly InlineNode[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push('children' in node ? { ...node, children: joined(node.children) } : { ...node });
  }
  return result;
}

const paragraph = inlines.map((children): BlockNode => ({ type: 'paragraph', children }));
const leaf = fc.oneof(
  paragraph,
  inlines.map((children): BlockNode => ({ type: 'heading', depth: 2, children })),
  fc.constantFrom('a\n\nb', '```', '$$', '').map((value): BlockNode => ({ type: 'code', language: 'ts', value })),
  fc.constantFrom('x', 'x\n\n  y', '||a||').map((value): BlockNode => ({ type: 'math', value })),
  fc.array(fc.tuple(inlines, inlines), { minLength: 1, maxLength: 3 }).map((rows): BlockNode => ({
    type: 'table',
    align: [null, 'right'],
    children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children: fit(children) })) })),
  })),
);

/** In a table there are no spoilers, and no math with pipes. */
function fit(nodes: readonly InlineNode[]): InlineNode[] {
  return joined(
    nodes.flatMap((node): InlineNode[] => {
      if (node.type === 'spoiler') return fit(node.children);
      if (node.type === 'inlineMath') return [{ ...node, value: node.value.replace('|', ' ') }];
      return 'children' in node ? [{ ...node, children: fit(node.children) }] : [node];
    }),
  );
}

const item = fc.tuple(fc.constantFrom(null, true, false), paragraph).map(([checked, first]): ListItemNode => ({ type: 'listItem', checked, children: [first] }));
const list = fc.array(item, { minLength: 1, maxLength: 3 }).map((children): BlockNode => ({ type: 'list', ordered: false, start: 1, spread: false, children }));
const container = fc.oneof(
  fc.tuple(fc.constantFrom(...CALLOUT_KINDS), fc.array(fc.oneof(leaf, list), { maxLength: 2 })).map(([kind, children]): BlockNode => ({ type: 'callout', kind, children: apart(children) })),
  fc.array(fc.oneof(leaf, list), { minLength: 1, maxLength: 2 }).map((children): BlockNode => ({ type: 'blockquote', children: apart(children) })),
);
const tree = fc.array(fc.oneof(leaf, leaf, list, container), { minLength: 1, maxLength: 4 }).map((children): RichTextRoot => ({ type: 'root', children: apart(children) }));

/** Two lists or quotes in a row would be one. */
function apart(blocks: readonly BlockNode[]): BlockNode[] {
  return blocks.flatMap((block): BlockNode[] => (block.type === 'list' || block.type === 'blockquote' || block.type === 'callout' ? [block, { type: 'thematicBreak' }] : [block]));
}

describe('a message', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(tree, (written) => {
        const markdown = serialiseMarkdown(written);
        expect({ markdown, tree: parseMarkdown(markdown) }).toEqual({ markdown, tree: written });
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
