import {
  AlignmentType, BorderStyle, CheckBox, Document, ExternalHyperlink, Footer, HeadingLevel, ImageRun, LevelFormat, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
} from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import { docxMath } from './docx-math.ts';
import { docxStyles } from './docx-styles.ts';
import type { OutAlign, OutBlock, OutCell, OutDocument, OutText } from './out-document.ts';

/** Twentieths of a point. A4 with margins of 2.2 cm. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_247 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const INDENT = 360;
/** Pixels at 96 per inch. */
const TEXT_PIXELS = Math.floor(TEXT_WIDTH / 15);

interface Place {
  words: OutDocument['words'];
  /** Levels that the block is moved in by. */
  indent: number;
  /** Pixels for pictures. */
  width: number;
  /** The numbering of a list that begins with this number at this level. */
  listOf: (ordered: boolean, start: number, level: number) => { reference: string; instance: number };
}

/** A document for word processors, made of their own headings, lists, tables and quotes. */
export async function writeDocx({ title, language, blocks, words }: OutDocument): Promise<Blob> {
  let instance = 0;
  const numberings = new Map([['bullets', levels(LevelFormat.BULLET, (each) => ['•', '◦', '▪'][each % 3] ?? '•')], ['numbers', numbers(1, 0)]]);
  const listOf = (ordered: boolean, start: number, level: number) => {
    const reference = ordered ? (start === 1 ? 'numbers' : `numbers-${start}-${level}`) : 'bullets';
    if (!numberings.has(reference)) numberings.set(reference, numbers(start, level));
    instance += 1;
    return { reference, instance };
  };
  const place: Place = { words, indent: 0, width: TEXT_PIXELS, listOf };
  const head = title === '' ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] })];
  const children = [...head, ...all(blocks, place)];
  const made = new Document({
    title, creator: 'Parvis', styles: docxStyles(language === 'fr' ? 'fr-FR' : 'en-US'),
    numbering: { config: [...numberings].map(([reference, each]) => ({ reference, levels: each })) },
    sections: [{
      properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18, color: '5D5F70' })] })] }) },
      children,
    }],
  });
  return Packer.toBlob(made);
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (each: number) => string, startOf: (each: number) => number = () => 1) =>
  Array.from({ length: 9 }, (_, each) => ({ level: each, format, text: text(each), start: startOf(each), alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: INDENT * (each + 1), hanging: INDENT } } } }));
const numbers = (start: number, level: number) => levels(LevelFormat.DECIMAL, (each) => `%${each + 1}.`, (each) => (each === level ? start : 1));

const aligned: Record<OutAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.JUSTIFIED };

type Child = Paragraph | Table;

const all = (blocks: readonly OutBlock[], place: Place): Child[] => blocks.flatMap((each) => block(each, place));

function paragraph(each: { text: OutText[]; align?: OutAlign; background?: string; color?: string }, options: IParagraphOptions, place: Place): Paragraph {
  return new Paragraph({
    ...(place.indent > 0 && !options.numbering && { indent: { left: INDENT * place.indent } }),
    ...(each.align && { alignment: aligned[each.align] }),
    ...(each.background && { shading: { type: ShadingType.CLEAR, fill: each.background, color: 'auto' } }),
    children: [...(options.children ?? []), ...runs(each.text, each.color)],
    ...without(options),
  });
}

function without({ children: _, ...options }: IParagraphOptions): IParagraphOptions {
  return options;
}

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function block(each: OutBlock, place: Place): Child[] {
  const inner = (blocks: readonly OutBlock[]) => all(blocks, { ...place, indent: place.indent + 1 });
  switch (each.kind) {
    case 'paragraph': return [paragraph(each, {}, place), ...inner(each.children)];
    case 'heading': return [paragraph(each, { heading: HEADINGS[each.level - 1] ?? HeadingLevel.HEADING_3 }, place), ...inner(each.children)];
    case 'quote': return [paragraph(each, { style: 'Quote' }, place), ...inner(each.children)];
    case 'callout': return [paragraph(each, { style: `ParvisCallout${each.callout}`, children: [new TextRun({ text: `${place.words.callout[each.callout]}  `, style: 'ParvisLabel' })] }, place), ...inner(each.children)];
    case 'toggle': return [each.level === undefined ? paragraph({ ...each, text: each.text.map((text) => ({ ...text, bold: true as const })) }, { keepNext: true }, place) : paragraph(each, { heading: HEADINGS[each.level - 1] ?? HeadingLevel.HEADING_3 }, place), ...inner(each.children)];
    case 'list': {
      const level = Math.min(8, place.indent);
      const numbering = { ...place.listOf(each.ordered, each.start, level), level };
      return each.items.flatMap((item) => {
        const task = item.checked !== undefined;
        const options: IParagraphOptions = task
          ? { style: item.checked ? 'ParvisTaskDone' : 'ParvisTask', indent: { left: INDENT * (place.indent + 1), hanging: INDENT }, children: [new CheckBox({ checked: item.checked, checkedState: { value: '2611', font: 'Segoe UI Symbol' }, uncheckedState: { value: '2610', font: 'Segoe UI Symbol' } }), new TextRun(' ')] }
          : { numbering };
        return [paragraph(item, options, place), ...inner(item.children)];
      });
    }
    case 'code': return [new Paragraph({ style: 'ParvisCode', ...(place.indent > 0 && { indent: { left: INDENT * place.indent } }), children: each.value.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })) })];
    case 'math': return [new Paragraph({ alignment: AlignmentType.CENTER, children: [docxMath(each.value, true)] })];
    case 'table': return [table(each, place), new Paragraph({ spacing: { after: 60 } })];
    case 'image': return image(each, place);
    case 'card': return [new Paragraph({ style: 'ParvisCard', children: [...runs([{ text: each.label, href: each.href }]), ...(each.caption === '' ? [] : [new TextRun(`  ${each.caption}`)])] })];
    case 'columns': return columns(each, place);
    case 'rule': return [new Paragraph({ style: 'ParvisRule' })];
  }
}

function image({ picture, name, alt, caption, width, align }: Extract<OutBlock, { kind: 'image' }>, { words, width: room }: Place): Child[] {
  const under = caption === '' ? [] : [new Paragraph({ style: 'ParvisCaption', ...(align && { alignment: aligned[align] }), children: [new TextRun(caption)] })];
  if (!picture) return [new Paragraph({ style: 'ParvisCard', children: [new TextRun({ text: words.missingImage(name), italics: true })] }), ...under];
  const shown = Math.min(room, width ?? picture.width);
  const description = alt || caption || name;
  const run = new ImageRun({ type: picture.type, data: picture.bytes, transformation: { width: Math.round(shown), height: Math.max(1, Math.round((shown * picture.height) / picture.width)) }, altText: { name, title: name, description } });
  return [new Paragraph({ ...(align && { alignment: aligned[align] }), keepNext: caption !== '', children: [run] }), ...under];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CAD6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function table({ rows, columns: count, widths, headerRows }: Extract<OutBlock, { kind: 'table' }>, place: Place): Table {
  const given = widths.reduce<number>((sum, width) => sum + (width ?? 120), 0) || 120 * count;
  const columnWidths = Array.from({ length: count }, (_, column) => Math.floor(((widths[column] ?? 120) / given) * TEXT_WIDTH));
  const cell = (each: OutCell) => new TableCell({
    columnSpan: each.colspan, rowSpan: each.rowspan, margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...((each.background ?? each.header) && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: each.background ?? 'F4F4F7' } }),
    children: [paragraph({ ...each, background: undefined, text: each.header ? each.text.map((text) => ({ ...text, bold: true as const })) : each.text }, { spacing: { after: 0 } }, { ...place, indent: 0 })],
  });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map((cells, row) => new TableRow({ ...(row < headerRows && { tableHeader: true }), cantSplit: true, children: cells.map(cell) })),
  });
}

/** Columns are a table without lines, as word processors themselves have it for a part of a page. */
function columns({ columns: parts }: Extract<OutBlock, { kind: 'columns' }>, place: Place): Child[] {
  const total = parts.reduce((sum, { width }) => sum + width, 0);
  const share = parts.map(({ width }) => width / total);
  const cells = parts.map(({ blocks }, index) => {
    const children = all(blocks, { ...place, indent: 0, width: Math.floor(place.width * share[index]!) - 14 });
    return new TableCell({ margins: { right: 160 }, borders: { top: none, bottom: none, left: none, right: none }, children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})] });
  });
  return [new Table({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: share.map((each) => Math.floor(each * TEXT_WIDTH)), layout: TableLayoutType.FIXED, borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }, rows: [new TableRow({ children: cells })] })];
}

function runs(text: readonly OutText[], color?: string): ParagraphChild[] {
  return text.flatMap((piece): ParagraphChild[] => {
    if (piece.math) return [docxMath(piece.text, false)];
    const made = piece.text.split('\n').map((part, index) => new TextRun({
      text: part, ...(index > 0 && { break: 1 }), bold: piece.bold, italics: piece.italic, strike: piece.strike,
      ...(piece.underline && { underline: {} }), ...(piece.code && { style: 'ParvisInlineCode' }), ...(piece.href && !piece.code && { style: 'Hyperlink' }),
      ...((piece.color ?? color) && { color: piece.color ?? color }), ...(piece.userId && { color: '3D3BB0', bold: true }),
      ...(piece.background && { shading: { type: ShadingType.CLEAR, fill: piece.background, color: 'auto' } }),
    }));
    return piece.href ? [new ExternalHyperlink({ link: piece.href, children: made })] : made;
  });
}
