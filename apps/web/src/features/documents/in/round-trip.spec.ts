// @vitest-environment jsdom
import { documentHtmlOf } from '@parvis/rich-text';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBlocks, writeBlocks } from '../headless-blocks.ts';
import type { AnyBlock, AnyInline, AnyTable } from '../out/any-block.ts';
import { sampleBlocks, sampleDocument, refs } from '../out/fixtures/sample-document.ts';
import { loadMath } from '../out/math.ts';
import { writeDocx } from '../out/write-docx.ts';
import { writeHtml } from '../out/write-html.ts';
import { writeMarkdown } from '../out/write-markdown.ts';
import { docxHtml } from './docx-html.ts';
import { readHtml } from './read-html.ts';

const SHOWN = new Set(['level', 'checked', 'language', 'start', 'kind', 'isToggleable', 'caption', 'alt', 'name', 'width', 'userId', 'documentId', 'colspan', 'rowspan', 'textAlignment', 'backgroundColor']);
const DULL = new Set<unknown>([undefined, '', 'left', 'default', false, 1]);
const props = (all: Record<string, unknown>) => Object.entries(all).filter(([name, value]) => SHOWN.has(name) && (name === 'level' || name === 'checked' || !DULL.has(value))).map(([name, value]) => ` ${name}=${String(value)}`).join('');

/** A document as indented lines: type, what matters of its props, its text with its marks. */
function lines(blocks: readonly AnyBlock[], depth = 0): string[] {
  return blocks.flatMap(({ type, props: own, content, children }) => {
    const said = Array.isArray(content) ? content.map(inline).join('') : content ? table(content as AnyTable) : '';
    return [`${'  '.repeat(depth)}${type}${props(own)}: ${said}`, ...lines(children, depth + 1)];
  });
}
function table({ rows, headerRows = 0 }: AnyTable): string {
  return `head=${headerRows} ${rows.map(({ cells }) => cells.map((cell) => (Array.isArray(cell) ? cell.map(inline).join('') : `${cell.content.map(inline).join('')}${props(cell.props)}`)).join(' | ')).join(' / ')}`;
}
function inline(piece: AnyInline): string {
  if (piece.type === 'link') return `[${(piece.content as AnyInline[]).map(({ text }) => text).join('')}](${piece.href})`;
  if (piece.type !== 'text') return `<${piece.type}${props(piece.props ?? {})} ${typeof piece.content === 'string' ? piece.content : ((piece.content ?? []) as AnyInline[]).map(({ text }) => text).join('')}>`;
  const marks = Object.entries(piece.styles ?? {}).map(([name, value]) => (value === true ? name : `${name}=${String(value)}`));
  return marks.length === 0 ? (piece.text ?? '') : `{${marks.join(',')} ${piece.text}}`;
}

function written(html: string): string[] {
  const { blocks } = readHtml(html, refs);
  const doc = new Y.Doc();
  writeBlocks(doc, blocks);
  return lines(readBlocks(doc));
}

beforeAll(loadMath);

const sample = lines(sampleBlocks());
const LOST_IMAGE = sample.indexOf('image name=lost.png: ');
/** In every format, since none can hold them: an image that isn't there, and a file, are text. */
const common = sample.with(LOST_IMAGE, 'paragraph: Image missing: lost.png').with(LOST_IMAGE + 1, 'paragraph: [contract.pdf](https://parvis.example/api/v1/files/contract/content)');
const columnsAt = common.indexOf('columnList: ');
const replaced = (all: readonly string[], changes: Record<string, string | null>): string[] => {
  for (const from of Object.keys(changes)) expect(all.some((line) => line.includes(from)), from).toBe(true);
  return all.flatMap((line) => {
    const changed = Object.entries(changes).reduce<string | null>((now, [from, to]) => (now === null || !now.includes(from) ? now : to === null ? null : now.replace(from, to)), line);
    return changed === null ? [] : [changed];
  });
};

test('HTML keeps all of it', () => {
  expect(written(writeHtml(sampleDocument()))).toEqual(common);
});

test('Markdown keeps all but colours and columns', () => {
  const expected = replaced([...common.slice(0, columnsAt), 'paragraph: On the left', 'paragraph: On the right', ...common.slice(columnsAt + 5)], {
    '{textColor=red red words}': 'red words', 'name=chart.png': 'name=A rising line.png',
  });
  expect(written(documentHtmlOf(writeMarkdown(sampleDocument())))).toEqual(expected);
});

test('DOCX keeps headings, lists, tasks, tables, code, quotes, callouts, pictures and links', async () => {
  const bytes = new Uint8Array(await (await writeDocx(sampleDocument())).arrayBuffer());
  const expected = replaced([...common.slice(0, columnsAt), 'table: head=0 On the left | On the right', ...common.slice(columnsAt + 5)], {
    // Looks, of which the reader takes none.
    '{textColor=red red words}': 'red words', 'textAlignment=right': '', 'start=4': '',
    '<mention userId=0190a1b2-0000-7000-8000-000000000001 >': '{bold @Zoé Martin}', '<inlineMath E = mc^2>': 'E=mc2', 'math: \\frac{a}{b} = \\sum_{i=1}^{n} x_i': 'paragraph: ab=∑i=1nxi',
    'language=typescript': 'language=text', 'toggleListItem: More about it': 'paragraph: {bold More about it}', '  paragraph: Hidden': 'paragraph: Hidden',
    'name=chart.png': 'name=A rising line.png', 'Image missing: lost.png': '{italic Image missing: lost.png}',
  });
  const plain = (all: readonly string[]) => all.map((line) => line.replace(/ textAlignment=right| backgroundColor=yellow| start=4/gu, '').replace(/ +(?=[:|/])/gu, ' ').replaceAll(' :', ':'));
  expect(plain(written(await docxHtml(bytes)))).toEqual(plain(expected));
});
