import { element } from './paste-element.ts';

/** Bigger tables wouldn't fit into a message; spans can claim any size. */
const CELL_LIMIT = 4_000;
const COLUMN_LIMIT = 60;

/** What a cell holds, cleaned, as blocks. */
type BlocksOf = (cell: Element, isHeader: boolean) => Node[];

/** A table of lines of text. One that only lays out a page is left out for what is in it. */
export function tableOf(table: Element, blocksOf: BlocksOf): Node[] {
  const rows = rowsOf(table);
  const isLayout = table.querySelector('table, h1, h2, h3, ul, ol, pre, blockquote') !== null || table.getAttribute('role') === 'presentation';
  const cells = rows.flatMap(cellsOf);
  if (isLayout || cells.length <= 1) return cells.flatMap((cell) => blocksOf(cell, false));
  const made = element('tbody');
  // Rows that a cell above reaches into, by column.
  const reaches: number[] = [];
  let count = 0;
  for (const row of rows) {
    const line = element('tr');
    for (const cell of [...cellsOf(row), null]) {
      while ((reaches[line.childElementCount] ?? 0) > 0) {
        reaches[line.childElementCount] = (reaches[line.childElementCount] ?? 0) - 1;
        line.append(element('td'));
      }
      if (!cell) break;
      const width = spanOf(cell, 'colspan');
      for (let column = 0; column < width && line.childElementCount < COLUMN_LIMIT; column += 1) {
        reaches[line.childElementCount] = spanOf(cell, 'rowspan') - 1;
        line.append(column === 0 ? cellOf(cell, blocksOf) : element('td'));
      }
    }
    count += line.childElementCount;
    if (count > CELL_LIMIT) break;
    if (line.childElementCount > 0) made.append(line);
  }
  return [element('table', withoutEmptyEdges(made))];
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.tagName === 'TR') return [child];
    return /^T(?:HEAD|BODY|FOOT)$/u.test(child.tagName) ? [...child.children].filter(({ tagName }) => tagName === 'TR') : [];
  });
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH');
}

function spanOf(cell: Element, attribute: string): number {
  const span = Number(cell.getAttribute(attribute) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, COLUMN_LIMIT) : 1;
}

function cellOf(cell: Element, blocksOf: BlocksOf): HTMLElement {
  const isHeader = cell.tagName === 'TH' || cell.closest('thead') !== null;
  const made = element('td', ...blocksOf(cell, isHeader).flatMap((block, index) => [...(index > 0 ? [' '] : []), ...inlineOf(block)]));
  const side = sideOf(cell) ?? (cell.childElementCount === 1 && cell.firstElementChild ? sideOf(cell.firstElementChild) : undefined);
  if (side) made.setAttribute('align', side.toLowerCase());
  return made;
}

function sideOf(node: Element): string | undefined {
  return /text-align:\s*(left|center|right)/iu.exec(node.getAttribute('style') ?? '')?.[1] ?? /^(?:left|center|right)$/iu.exec(node.getAttribute('align') ?? '')?.[0];
}

function inlineOf(block: Node): Node[] {
  return [...block.childNodes].map((node) => (node instanceof Element && node.tagName === 'BR' ? document.createTextNode(' ') : node));
}

/** Spreadsheets select more than is filled in: rows and columns at the end with nothing in them. */
function withoutEmptyEdges(body: HTMLElement): HTMLElement {
  const isEmpty = (node: Element | null | undefined) => (node?.textContent ?? '').trim() === '';
  while (body.childElementCount > 1 && isEmpty(body.lastElementChild)) body.lastElementChild?.remove();
  const rows = [...body.children];
  for (let width = Math.max(...rows.map((row) => row.childElementCount)); width > 1 && rows.every((row) => isEmpty(row.children[width - 1])); width -= 1) {
    for (const row of rows) row.children[width - 1]?.remove();
  }
  return body;
}
