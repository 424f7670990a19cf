import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineNode } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { serialiseMarkdown } from './serialise-markdown.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';

function paragraph(...children: InlineNode[]): string {
  return serialiseMarkdown({ type: 'root', children: [{ type: 'paragraph', children }] });
}

describe('serialiseMarkdown', () => {
  it.each([
    'plain',
    'a\nb',
    '**bold *both*** ~~struck~~ `co*de` ``a`b``',
    '- a\n  - b\n    1. c\n    2. d\n- e',
    '3. three\n4. four',
    '- [ ] open\n- [x] done',
    '> quoted\n>\n> - list\n>\n> > again',
    '```ts\nconst a = `*b*`;\n```',
    '````\n```\n````',
    '| a | b |\n| :-: | - |\n| 1 | \\| |',
    '# Title\n\ntext\n\n---\n\nmore',
    `[@Zo\\_é](mention:user/${id}) and [#gen](mention:channel/${id}) @channel`,
    '[link *em*](https://x.example/a_b) https://x.example/a_b_c?d=1&e=f <https://x.example/*>.',
    'literal \\*stars\\*, snake_case, \\[x](y), 1\\. one, \\<b>',
    '\\- no list\n\\# no title\n\\> no quote',
    'one\n\ntwo',
    'a ||b **c** d|| e||f||',
    '**||a||** ||`b`||',
    '$x^2$ and $a | b$, $\\$5$',
    '$$\na\n\nb\n$$',
    '- $$\n  a\n  $$\n- b',
    '> [!NOTE]\n> a\n> b\n>\n> c',
    '> [!WARNING]\n>\n> 3. a',
    '> [!TIP]',
    '> \\[!TIP]',
    '| a |\n| - |\n| $x \\vert y$ |',
    `[@design](mention:group/${id}) @here`,
    '\\||a|| a || b \\$x$ $5 5$',
    '\\$$\na\n$$',
  ])('writes %j so that it reads the same again', (source) => {
    const tree = parseMarkdown(source);
    expect(parseMarkdown(serialiseMarkdown(tree))).toEqual(tree);
  });

  it('leaves words and addresses readable', () => {
    expect(paragraph({ type: 'text', value: 'see snake_case_name at https://x.example/a_b_c, 3 > 2' })).toBe(
      'see snake_case_name at <https://x.example/a_b_c>, 3 > 2',
    );
    expect(paragraph({ type: 'text', value: 'see https://x.example/a_b_c now' })).toBe('see https://x.example/a_b_c now');
  });

  it('escapes no price', () => {
    expect(paragraph({ type: 'text', value: '$5 and $6, US$7' })).toBe('$5 and $6, US$7');
  });

  it('writes spoilers in a table bare, and its math without pipes', () => {
    const cell = (...children: InlineNode[]) => ({ type: 'tableCell' as const, children });
    const row = { type: 'tableRow' as const, children: [cell({ type: 'spoiler', children: [{ type: 'text', value: 'a' }] }), cell({ type: 'inlineMath', value: '|x|' })] };
    expect(serialiseMarkdown({ type: 'root', children: [{ type: 'table', align: [null, null], children: [row] }] })).toContain('| a | $\\vert x\\vert$ |');
  });

  it.each(['x $5', 'a\nb', ' a ', 'a\\', '\\', '', '$$'])('writes math of %j so that it is math again, or nothing', (value) => {
    const [first] = parseMarkdown(paragraph({ type: 'text', value: 'a' }, { type: 'inlineMath', value })).children;
    expect(first?.type === 'paragraph' && first.children.slice(1).every((node) => node.type === 'inlineMath')).toBe(true);
  });

  it('writes a text beyond escaping as it is', () => {
    const value = '*'.repeat(40_000);
    expect(paragraph({ type: 'text', value })).toBe(value);
  });

  it('keeps any text literal, whatever lines it has', () => {
    const piece = fc.constantFrom(...'*_~`[]()<>#|!\\&;:-+.=@1x /"\'', '@channel', 'http://', 'www.', '&amp;', '- ', '1. ', '](', '~~', '**', '---', '===', '|-|', '$', '||', '$$', '[!NOTE]', '@here');
    const line = fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join('').trim());
    fc.assert(
      fc.property(fc.array(line.filter((text) => text !== ''), { minLength: 1, maxLength: 4 }), (lines) => {
        const children = lines.flatMap((value, index): InlineNode[] => [...(index === 0 ? [] : [{ type: 'break' } as const]), { type: 'text', value }]);
        const tree = parseMarkdown(paragraph(...children));
        expect(JSON.stringify(tree)).not.toMatch(/"(?:strong|emphasis|strike|inlineCode|list|heading|blockquote|table|code|thematicBreak|math|inlineMath|spoiler|callout)"/u);
        expect(textOf(tree)).toBe(lines.join('\n'));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

function textOf(node: unknown): string {
  const { type, value, children, kind } = node as { type: string; value?: string; children?: unknown[]; kind?: string };
  if (type === 'break') return '\n';
  if (kind === 'here') return '@here';
  return kind === 'everyone' ? '@channel' : (value ?? (children ?? []).map(textOf).join(''));
}
