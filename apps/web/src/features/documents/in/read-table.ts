import type { ReadBlock, ReadInline, ReadTable } from './read-block.ts';
import { colourNamed, readInlines, trimmed } from './read-inline.ts';
import type { Refs } from './read-inline.ts';

/** More merged cells than these are a mistake, or worse. */
const MOST_COLUMNS = 200;

type Cell = ReadTable['rows'][number]['cells'][number];

/** A table with merged cells and headers; one of a single column that only holds blocks is still a table. */
export function readTable(table: Element, refs: Refs): ReadBlock[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const cellsOf = (row: Element) => [...row.children].filter((cell) => /^T[DH]$/iu.test(cell.tagName));
  const made = rows.map((row) => ({ elements: cellsOf(row), cells: cellsOf(row).map((cell) => cellOf(cell, refs)) })).filter(({ cells }) => cells.length > 0);
  const columns = Math.min(MOST_COLUMNS, widthOf(made.map(({ cells }) => cells)));
  if (columns === 0) return [];
  complete(made.map(({ cells }) => cells), columns);
  const isHeader = (elements: readonly Element[]) => elements.every((cell) => cell.tagName.toUpperCase() === 'TH');
  let headerRows = made.findIndex(({ elements }) => !isHeader(elements));
  if (headerRows === -1) headerRows = made.length;
  const headerCols = made.length > headerRows && made.slice(headerRows).every(({ elements }) => elements[0]?.tagName.toUpperCase() === 'TH') ? 1 : 0;
  // GFM writes an empty header above a table that has none.
  const hasEmptyHeader = headerRows === 1 && made.length > 1 && made[0]!.cells.every(({ content }) => content.length === 0);
  const shown = hasEmptyHeader ? made.slice(1) : made;
  const content: ReadTable = {
    type: 'tableContent', columnWidths: Array.from({ length: columns }, () => undefined), rows: shown.map(({ cells }) => ({ cells })),
    ...(headerRows > 0 && !hasEmptyHeader && { headerRows }), ...(headerCols > 0 && { headerCols }),
  };
  return [{ type: 'table', content }];
}

function cellOf(element: Element, refs: Refs): Cell {
  const span = (name: string) => Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1));
  const content = trimmed(linesOf(element, refs));
  const style = element.getAttribute('style') ?? '';
  const align = /text-align:\s*(center|right|justify)/iu.exec(style)?.[1] ?? element.getAttribute('align');
  const background = colourNamed(/background(?:-color)?:\s*(#[\da-f]{6})/iu.exec(style)?.[1], 'background');
  const color = colourNamed(/(?:^|;)\s*color:\s*(#[\da-f]{6})/iu.exec(style)?.[1], 'text');
  return {
    type: 'tableCell', content: /^TH$/iu.test(element.tagName) ? withoutBold(content) : content,
    props: {
      ...(span('colspan') > 1 && { colspan: span('colspan') }), ...(span('rowspan') > 1 && { rowspan: span('rowspan') }),
      ...(align === 'center' || align === 'right' || align === 'justify' ? { textAlignment: align } : {}), ...(background && { backgroundColor: background }), ...(color && { textColor: color }),
    },
  };
}

// The header is bold by itself.
const withoutBold = (content: readonly ReadInline[]): ReadInline[] => content.map((piece) => (piece.styles ? { ...piece, styles: Object.fromEntries(Object.entries(piece.styles).filter(([mark]) => mark !== 'bold')) } : piece));

/** A cell holds one text: its blocks are lines of it. */
function linesOf(element: Element, refs: Refs): ReadInline[] {
  const blocks = [...element.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, pre')];
  const tops = blocks.filter((block) => !blocks.some((outer) => outer !== block && outer.contains(block)));
  if (tops.length === 0) return readInlines([...element.childNodes], refs);
  return tops.flatMap((block, index): ReadInline[] => [...(index > 0 ? [{ type: 'text', text: '\n', styles: {} }] : []), ...trimmed(readInlines([...block.childNodes], refs))]);
}

function widthOf(rows: readonly Cell[][]): number {
  const taken: number[] = [];
  return Math.max(0, ...rows.map((cells) => placed(cells, taken)));
}

/** How many columns a row fills, the cells that reach into it from above included; those that reach below are remembered. */
function placed(cells: readonly Cell[], taken: number[]): number {
  const inherited = taken.filter((rows) => rows > 0).length;
  const free: number[] = [];
  for (let column = 0; free.length < cells.reduce((sum, { props }) => sum + Number(props.colspan ?? 1), 0); column += 1) if (!((taken[column] ?? 0) > 0)) free.push(column);
  for (const [column, rows] of taken.entries()) taken[column] = Math.max(0, (rows ?? 0) - 1);
  let at = 0;
  for (const { props } of cells) {
    for (let step = 0; step < Number(props.colspan ?? 1); step += 1) taken[free[at++]!] = Number(props.rowspan ?? 1) - 1;
  }
  return inherited + free.length;
}

/** Every row fills every column: ProseMirror would repair it, for each reader anew. */
function complete(rows: Cell[][], columns: number): void {
  const taken: number[] = [];
  for (const [index, cells] of rows.entries()) {
    for (const { props } of cells) if (Number(props.rowspan ?? 1) > rows.length - index) props.rowspan = rows.length - index;
    const filled = placed(cells, taken);
    for (let missing = filled; missing < columns; missing += 1) cells.push({ type: 'tableCell', props: {}, content: [] });
  }
}
