// @vitest-environment jsdom
import { documentHtmlOf } from '@parvis/rich-text';
import { expect, test } from 'vitest';
import { refs } from '../out/fixtures/sample-document.ts';
import type { ReadBlock } from './read-block.ts';
import { readHtml } from './read-html.ts';

const read = (html: string) => readHtml(html, refs).blocks;
const dot = 'data:image/png;base64,iVBORw0KGgo=';

test('a hostile page: nothing that runs, loads or looks comes with it', () => {
  const blocks = read('<p onclick="x()">Text<script>alert(1)</script><a href="javascript:alert(1)">here</a><iframe src="https://evil.example"></iframe></p><style>p{}</style><object data="x"></object><form><button>go</button></form>');
  expect(JSON.stringify(blocks)).not.toMatch(/alert|evil|onclick|javascript/u);
  expect(blocks).toMatchObject([{ type: 'paragraph', content: [{ text: 'Texthere' }] }]);
});

test('a picture from elsewhere is a link to it, one within the text a picture', () => {
  const { blocks, pictures } = readHtml(`<p>See <img src="https://evil.example/p.png" alt="A cat"></p><img src="${dot}" alt="Dot"><img src="file:///etc/passwd"><img src="data:image/svg+xml;base64,AAAA" alt="vector">`, refs);
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'image', 'paragraph', 'paragraph']);
  expect(blocks[1]?.content).toMatchObject([{ type: 'link', href: 'https://evil.example/p.png' }]);
  expect(pictures.map(({ file }) => [file.name, file.type])).toEqual([['Dot.png', 'image/png']]);
});

test('elements nested too deeply, and too many of them, are refused', () => {
  expect(() => read('<div>'.repeat(400))).toThrowError(/complex/u);
  expect(() => read('<b>x</b>'.repeat(130_000))).toThrowError(/complex/u);
  expect(() => read(`<p>${'x'.repeat(600_000)}</p>`)).toThrowError(/complex/u);
});

test('lists nested too deeply stay, beside one another', () => {
  let depth = 0;
  const look = (blocks: readonly ReadBlock[], level: number): void => {
    depth = Math.max(depth, level);
    for (const { children = [] } of blocks) look(children, level + 1);
  };
  const blocks = read(`${'<ul><li>item'.repeat(40)}${'</li></ul>'.repeat(40)}`);
  look(blocks, 1);
  expect(depth).toBeLessThanOrEqual(20);
  expect(JSON.stringify(blocks).match(/item/gu)).toHaveLength(40);
});

test('the first heading is the title, not said twice', () => {
  expect(readHtml('<title>x</title><h1>Plan</h1><p>Text</p>', refs)).toMatchObject({ title: 'Plan', blocks: [{ type: 'paragraph' }] });
  expect(readHtml('<p>Text</p><h1>Plan</h1>', refs)).toMatchObject({ title: '', blocks: [{ type: 'paragraph' }, { type: 'heading' }] });
});

test('merged cells that say more than there is are cut to it, and rows are filled', () => {
  const [table] = read('<table><tr><td colspan="2" rowspan="9">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>');
  expect(JSON.stringify(table)).toContain('"rowspan":3');
  const [short] = read('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>');
  expect((short?.content as { rows: { cells: unknown[] }[] }).rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
});

test('Markdown of others', () => {
  const blocks = read(documentHtmlOf('Setext\n======\n\nline one  \nline two\n\n* a\n* b\n\n    - c\n\n~~~js\nlet a;\n~~~\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> [!TIP]\n> Try it\n\nPrice: 5$ and $x$\n\n<script>alert(1)</script>'));
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'bulletListItem', 'bulletListItem', 'codeBlock', 'table', 'callout', 'paragraph']);
  expect(blocks[0]?.content).toMatchObject([{ text: 'line one\nline two' }]);
  expect(blocks[6]?.content).toMatchObject([{ text: 'Price: 5$ and ' }, { type: 'inlineMath', content: 'x' }]);
});
