import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { base64, dataUrl } from './data-url.ts';
import type { MathRun } from './math-runs.ts';
import type { OutBlock, OutCell, OutDocument, OutItem, OutText } from './out-document.ts';
import { byFace } from './pdf-fonts.ts';
import type { PdfFace } from './pdf-fonts.ts';
import { CALLOUT_LOOKS, INK, LINE, LINK, MUTED, SUNKEN } from './print-looks.ts';

/** Points: A4 with margins of 2 cm. */
const MARGIN = 57;
const TEXT_WIDTH = 595 - 2 * MARGIN;
const SIZES = [20, 15.5, 13];
/** Points of a pixel at 96 per inch. */
const PIXEL = 0.75;

interface Writing {
  words: OutDocument['words'];
  mathRuns: (source: string) => MathRun[];
  faces: Set<PdfFace>;
  /** Points that there are for pictures. */
  width: number;
  /** In an item of a list. */
  nested: boolean;
}

/**
 * A PDF to be sent to somebody: A4, page numbers, its own fonts within it.
 * It needs no page: a worker can make it.
 * @param loadFont the bytes of a font file by its name
 * @param mathRuns a formula on one line
 */
export async function writePdf({ title, language, blocks, words }: OutDocument, loadFont: (name: string) => Promise<ArrayBuffer>, mathRuns: Writing['mathRuns']): Promise<Blob> {
  const writing: Writing = { words, mathRuns, faces: new Set(), width: TEXT_WIDTH, nested: false };
  const content = [...(title === '' ? [] : [{ text: runs([{ text: title, bold: true }], writing), fontSize: 26, lineHeight: 1.15, margin: [0, 0, 0, 14] } as Content]), ...all(blocks, writing)];
  const number = (value: string) => runs([{ text: value }], writing);
  // Its fonts are known before it is laid out.
  number('0123456789 / pageofsur');
  const definition: TDocumentDefinitions = {
    info: { title, creator: 'Parvis', producer: 'Parvis' }, language, pageSize: 'A4', pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 6], content: content.length > 0 ? content : [' '],
    defaultStyle: { font: 'Inter latin', fontSize: 10.5, lineHeight: 1.35, color: INK },
    footer: (page, pages) => ({ text: number(words.page(page, pages)), alignment: 'center', fontSize: 8.5, color: MUTED, margin: [0, 20, 0, 0] }),
    // A heading doesn't end a page.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
  };
  const { default: pdfMake } = await import('pdfmake/build/pdfmake.js');
  for (const { name, files } of writing.faces) {
    const loaded = await Promise.all(Object.entries(files).map(async ([style, file]) => [style, file, await loadFont(file)] as const));
    for (const [, file, bytes] of loaded) pdfMake.addVirtualFileSystem({ [file]: { data: base64(new Uint8Array(bytes)), encoding: 'base64' } } as never);
    pdfMake.addFonts({ [name]: files });
  }
  return (pdfMake.createPdf(definition) as unknown as { getBlob: () => Promise<Blob> }).getBlob();
}

const all = (blocks: readonly OutBlock[], writing: Writing): Content[] => blocks.flatMap((each) => block(each, writing));

interface Styled {
  text: OutText[];
  align?: 'left' | 'center' | 'right' | 'justify';
  color?: string;
  background?: string;
}

function text(each: Styled, writing: Writing, more: object = {}): Content {
  const shown = each.text.length === 0 ? [{ text: ' ' }] : each.text;
  return { text: runs(shown, writing), ...(each.align && { alignment: each.align }), ...(each.color && { color: `#${each.color}` }), ...(each.background && { background: `#${each.background}` }), margin: [0, 0, 0, 7], ...more } as Content;
}

function block(each: OutBlock, writing: Writing): Content[] {
  const inner = (blocks: readonly OutBlock[]): Content[] => (blocks.length === 0 ? [] : [{ stack: all(blocks, { ...writing, width: writing.width - 16 }), margin: [16, 0, 0, 0] }]);
  switch (each.kind) {
    case 'paragraph': return [text(each, writing), ...inner(each.children)];
    case 'heading': return [heading(each, each.level, writing), ...inner(each.children)];
    case 'toggle': return [each.level === undefined ? text({ ...each, text: bold(each.text) }, writing) : heading(each, each.level, writing), ...inner(each.children)];
    case 'quote': return [box([text({ ...each, text: each.text.map((piece) => ({ ...piece, italic: true as const })) }, writing, { margin: [0, 0, 0, 0] }), ...all(each.children, writing)], { line: '#c9cad6' })];
    case 'callout': {
      const looks = CALLOUT_LOOKS[each.callout];
      const label = { text: runs([{ text: writing.words.callout[each.callout], bold: true }], writing), color: looks.line, margin: [0, 0, 0, 2] } as Content;
      return [box([label, text(each, writing, { margin: [0, 0, 0, 2] }), ...all(each.children, { ...writing, width: writing.width - 30 })], looks)];
    }
    case 'list': return [{ stack: [list(each, writing)], margin: [0, 0, 0, writing.nested ? 0 : 6] }];
    case 'code': return [box(each.value.split('\n').map((line): Content => ({ text: runs([{ text: line === '' ? ' ' : line, code: true }], writing, true), preserveLeadingSpaces: true, fontSize: 9 })), { fill: SUNKEN })];
    case 'math': return [{ text: math(each.value, writing), alignment: 'center', fontSize: 11.5, margin: [0, 4, 0, 10] }];
    case 'table': return [table(each, writing)];
    case 'image': return image(each, writing);
    case 'card': return [box([text({ text: [{ text: each.label, href: each.href, bold: true }, ...(each.caption === '' ? [] : [{ text: `  ${each.caption}` }])] }, writing, { margin: [0, 0, 0, 0] })], { border: LINE })];
    case 'columns': {
      const total = each.columns.reduce((sum, { width }) => sum + width, 0);
      const room = writing.width - 18 * (each.columns.length - 1);
      return [{ columns: each.columns.map(({ width, blocks }) => ({ width: (room * width) / total, stack: all(blocks, { ...writing, width: (room * width) / total }) })), columnGap: 18, margin: [0, 0, 0, 7] }];
    }
    case 'rule': return [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: writing.width, y2: 0, lineWidth: 0.8, lineColor: '#c9cad6' }], margin: [0, 8, 0, 12] }];
  }
}

const bold = (pieces: readonly OutText[]): OutText[] => pieces.map((piece) => ({ ...piece, bold: true as const }));

const heading = (each: Styled, level: number, writing: Writing): Content =>
  text({ ...each, text: bold(each.text) }, writing, { fontSize: SIZES[level - 1] ?? 13, lineHeight: 1.2, headlineLevel: level, margin: [0, level === 1 ? 14 : 10, 0, 6] });

/** Something set apart: a line at its side, a ground, or a frame. */
function box(stack: Content[], { line, fill, border }: { line?: string; fill?: string; border?: string }): Content {
  return {
    table: { widths: ['*'], body: [[{ stack, ...(fill && { fillColor: fill }) }]] }, margin: [0, 3, 0, 10],
    layout: {
      hLineWidth: () => (border ? 0.7 : 0), vLineWidth: (column) => (line ? (column === 0 ? 2.5 : 0) : border ? 0.7 : 0), vLineColor: () => line ?? border ?? INK, hLineColor: () => border ?? INK,
      paddingLeft: () => 10, paddingRight: () => 10, paddingTop: () => 6, paddingBottom: () => 6,
    },
  };
}

function list({ ordered, start, items }: Extract<OutBlock, { kind: 'list' }>, writing: Writing): Content {
  const inside = { ...writing, width: writing.width - 18, nested: true };
  const content = (item: OutItem): Content => ({ stack: [text(item, inside, { margin: [0, 0, 0, 3] }), ...all(item.children, inside)] });
  if (items.some(({ checked }) => checked !== undefined)) {
    return { stack: items.map((item) => ({ columns: [{ width: 12, canvas: checkbox(item.checked === true), margin: [0, 2.5, 0, 0] }, { width: '*', ...(content(item) as object) }], columnGap: 6 })) } as Content;
  }
  return { ...(ordered ? { ol: items.map(content), start } : { ul: items.map(content) }) } as Content;
}

function checkbox(checked: boolean): object[] {
  const frame = { type: 'rect', x: 0.5, y: 0, w: 9, h: 9, r: 1.5, lineWidth: 0.9, lineColor: checked ? LINK : '#8b8d9e', ...(checked && { color: LINK }) };
  return checked ? [frame, { type: 'polyline', points: [{ x: 2.6, y: 4.6 }, { x: 4.3, y: 6.5 }, { x: 7.6, y: 2.5 }], lineWidth: 1.2, lineColor: '#ffffff' }] : [frame];
}

function table({ rows, columns, widths, headerRows }: Extract<OutBlock, { kind: 'table' }>, writing: Writing): ContentTable {
  const body: TableCell[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (body[row]![column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowspan && row + down < rows.length; down += 1) for (let across = 0; across < cell.colspan; across += 1) body[row + down]![column + across] = {};
      body[row]![column] = tableCell(cell, writing);
    }
  }
  for (const row of body) for (let column = 0; column < columns; column += 1) row[column] ??= {};
  const room = writing.width - columns * 13 - 1;
  const total = Array.from({ length: columns }, (_, column) => widths[column] ?? 120).reduce((sum, width) => sum + width, 0);
  return {
    table: { headerRows: Math.min(headerRows, Math.max(0, rows.length - 1)), dontBreakRows: true, widths: Array.from({ length: columns }, (_, column) => Math.max(10, ((widths[column] ?? 120) / total) * room)), body },
    margin: [0, 3, 0, 11],
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => LINE, vLineColor: () => LINE, paddingLeft: () => 6, paddingRight: () => 6, paddingTop: () => 4, paddingBottom: () => 4 },
  };
}

function tableCell(cell: OutCell, writing: Writing): TableCell {
  const fill = cell.background ? `#${cell.background}` : cell.header ? SUNKEN : undefined;
  return { ...(text({ ...cell, background: undefined, text: cell.header ? bold(cell.text) : cell.text }, writing, { margin: [0, 0, 0, 0] }) as object), colSpan: cell.colspan, rowSpan: cell.rowspan, ...(fill && { fillColor: fill }) } as TableCell;
}

function image({ picture, name, caption, width, align }: Extract<OutBlock, { kind: 'image' }>, writing: Writing): Content[] {
  const under: Content[] = caption === '' ? [] : [text({ text: [{ text: caption }], align }, writing, { fontSize: 9, color: MUTED, margin: [0, 2, 0, 10] })];
  if (!picture) return [box([text({ text: [{ text: writing.words.missingImage(name), italic: true }] }, writing, { margin: [0, 0, 0, 0] })], { border: '#8b8d9e' }), ...under];
  const shown = Math.min(writing.width, (width ?? picture.width) * PIXEL, (650 * picture.width) / picture.height);
  return [{ stack: [{ image: dataUrl(picture), width: shown, ...(align && align !== 'justify' && { alignment: align }), margin: [0, 4, 0, caption === '' ? 8 : 2] }, ...under], unbreakable: true }];
}

function runs(pieces: readonly OutText[], writing: Writing, isBlock = false): Content[] {
  return pieces.flatMap((piece): Content[] => {
    if (piece.math) return math(piece.text, writing);
    const decoration = [piece.strike && 'lineThrough', (piece.underline || piece.href) && 'underline'].filter(Boolean);
    const looks = {
      ...(piece.bold && { bold: true }), ...(piece.italic && { italics: true }), ...(decoration.length > 0 && { decoration }),
      ...(piece.userId ? { color: LINK, bold: true } : piece.color ? { color: `#${piece.color}` } : piece.href ? { color: LINK } : {}),
      ...(piece.background ? { background: `#${piece.background}` } : piece.code && !isBlock ? { background: SUNKEN } : {}), ...(piece.href && { link: piece.href }),
    };
    return faced(piece.text, piece.code === true, writing).map((each) => ({ ...each, ...looks }) as Content);
  });
}

function faced(value: string, isMono: boolean, { faces }: Writing): { text: string; font: string }[] {
  return byFace(value, isMono).map(({ text: part, face }) => {
    faces.add(face);
    return { text: part, font: face.name };
  });
}

function math(source: string, writing: Writing): Content[] {
  return writing.mathRuns(source).flatMap((run) => faced(run.text, false, writing).map((each) => ({ ...each, ...(run.italic && { italics: true }), ...(run.raised && { sup: true }), ...(run.lowered && { sub: true }) }) as Content));
}
