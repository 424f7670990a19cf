/** Blocks as BlockNote reads them, whatever their schema. */
export interface AnyBlock {
  id: string;
  type: string;
  props: Record<string, unknown>;
  content?: unknown;
  children: AnyBlock[];
}

export interface AnyInline {
  type: string;
  text?: string;
  styles?: Record<string, unknown>;
  href?: string;
  props?: Record<string, unknown>;
  content?: unknown;
}

export interface AnyTable {
  columnWidths?: (number | undefined)[];
  headerRows?: number;
  headerCols?: number;
  rows: { cells: (AnyInline[] | { props: Record<string, unknown>; content: AnyInline[] })[] }[];
}

/** The text of content that has no marks. */
export function sourceOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? (content as (AnyInline | string)[]).map((piece) => (typeof piece === 'string' ? piece : piece.text ?? '')).join('') : '';
}

/** Every block, parents first. */
export function* allBlocks(blocks: readonly AnyBlock[]): Generator<AnyBlock> {
  for (const block of blocks) {
    yield block;
    yield* allBlocks(block.children);
  }
}

/** Every piece of text, those of tables and links included. */
export function* allInlines(blocks: readonly AnyBlock[]): Generator<AnyInline> {
  for (const { content } of allBlocks(blocks)) {
    if (Array.isArray(content)) yield* content as AnyInline[];
    else if (content !== null && typeof content === 'object' && 'rows' in content) {
      for (const { cells } of (content as AnyTable).rows) for (const cell of cells) yield* Array.isArray(cell) ? cell : cell.content;
    }
  }
}
