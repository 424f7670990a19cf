import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractMentions } from './extract-mentions.ts';
import { MESSAGE_TEXT_LIMIT, TREE_DEPTH_LIMIT } from './limits.ts';
import type { RichTextNode } from './nodes.ts';
import { isParseable } from './parse-guard.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { toPlainText } from './to-plain-text.ts';

// At most 200 ms on an idle core; unguarded, these take up to minutes. The rest is room for a busy machine.
const BUDGET_MS = 4_000;

function depthOf(node: RichTextNode): number {
  return 1 + ('children' in node ? Math.max(0, ...node.children.map(depthOf)) : 0);
}

function repeated(piece: string, length = MESSAGE_TEXT_LIMIT): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

const pieces = [
  '*', '**', '_', '~~', '`', '``a`', '[', '![', '![[[', '[](', '](', '<', '<a ', '<!--', '<http://a', '|', '|-', 'a|\n',
  '> ', '>', '- ', '+ ', '1. ', '- [ ] ', '*a **b ', '*a_ ', 'a*', '*_', '***a***', '[a](', '[a][', '[a]: b\n', '\\', '&amp;',
  'a\n', '- a\n', '> a\n', '1) a\n> b\n', '|a|a\n', 'www.', 'a@', '.-', '\n', ' ', '\t', '```\n', '~~~\n', '- ```\n', '\u0000', '\ud800',
  '$', '$$', '$a ', '$a$', '$\\$', '$$\n', '||', '||a', '||a||', '|| **a', '> [!NOTE]\n', '> $$\n', '- [ ] [ ] ',
]; // prettier-ignore

const hostile = fc
  .array(fc.tuple(fc.constantFrom(...pieces, '\n\n', 'word ', '@channel', '\r\n'), fc.integer({ min: 1, max: 400 })), { maxLength: 40 })
  .map((runs) => runs.map(([piece, count]) => piece.repeat(count)).join('').slice(0, MESSAGE_TEXT_LIMIT));

describe('hostile Markdown', () => {
  it.each(pieces)('parses 40,000 characters, and blocks, of %j in bounded time', (piece) => {
    for (const source of [repeated(piece), repeated(`${repeated(piece, 900)}\n\n`), repeated(piece, 2_000)]) {
      const start = performance.now();
      const tree = parseMarkdown(source);
      expect(performance.now() - start).toBeLessThan(BUDGET_MS);
      expect(depthOf(tree)).toBeLessThanOrEqual(TREE_DEPTH_LIMIT + 1);
    }
  });

  it('bounds the depth of lists nested line by line and of nested emphasis', () => {
    const lists = Array.from({ length: 180 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
    const emphasis = `${'*a _b '.repeat(240)}${' b_ a*'.repeat(240)}`;
    for (const source of [lists, emphasis]) expect(depthOf(parseMarkdown(source))).toBeLessThanOrEqual(TREE_DEPTH_LIMIT + 1);
  });

  it('shows what is too costly as plain text, whole, its call to everybody kept', () => {
    const source = `${'*'.repeat(30_000)} @channel\n${'['.repeat(9_000)}`;
    expect(isParseable(source)).toBe(false);
    expect(toPlainText(source)).toBe(source);
    expect(extractMentions(source).everyone).toBe(true);
  });

  it.each(['```', '~~~', '$$'])('is not deceived by an indented %s', (fence) => {
    for (const indented of [` ${fence}`, `- ${fence}`, `> ${fence}`]) {
      expect(isParseable(`${indented}\n${fence === '~~~' ? '```' : '~~~'}\n${fence}\n${'*a '.repeat(5_000)}`)).toBe(false);
    }
  });

  it('parses long messages that people do write', () => {
    const prose = repeated('The **quick** brown fox [jumps](https://fox.example) over `it`.\n\n', 20_000);
    const code = `\`\`\`ts\n${repeated('const a = b[c] * d[`e`] | f_g;\n', 39_000)}\n\`\`\``;
    const table = `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(300)}`;
    expect([prose, code, table].map(isParseable)).toEqual([true, true, true]);
    expect(parseMarkdown(code).children[0]?.type).toBe('code');
  });

  it('never throws and never hands out a deep tree', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 2_000 })), (source) => {
        const start = performance.now();
        const tree = parseMarkdown(source);
        expect(performance.now() - start).toBeLessThan(BUDGET_MS);
        expect(depthOf(tree)).toBeLessThanOrEqual(TREE_DEPTH_LIMIT + 1);
        extractMentions(tree);
        toPlainText(tree);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
