/** Blocks on their way in, as BlockNote takes them. */
export interface ReadBlock {
  type: string;
  props?: Record<string, unknown>;
  content?: ReadInline[] | string | ReadTable;
  children?: ReadBlock[];
}

export interface ReadInline {
  type: string;
  text?: string;
  styles?: Record<string, unknown>;
  href?: string;
  props?: Record<string, unknown>;
  content?: ReadInline[] | string;
}

export interface ReadTable {
  type: 'tableContent';
  columnWidths: undefined[];
  headerRows?: number;
  headerCols?: number;
  rows: { cells: { type: 'tableCell'; props: Record<string, unknown>; content: ReadInline[] }[] }[];
}

export interface ReadDocument {
  /** Empty when the text has none. */
  title: string;
  blocks: ReadBlock[];
  /** Pictures that were within it, each with the block that is to show it. */
  pictures: { block: ReadBlock; file: File }[];
}

/** Why a file can't be taken: what each means is said in the language of whoever asks. */
export type RefusalReason = 'kind' | 'large' | 'broken' | 'bomb' | 'complex' | 'empty';

export class ImportRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`import refused: ${reason}`);
    this.reason = reason;
  }
}
