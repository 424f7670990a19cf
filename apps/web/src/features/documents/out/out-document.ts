import type { CalloutKind } from '@parvis/rich-text';
import type { Language } from '@parvis/contracts';

/** A document as it leaves Parvis: names looked up, pictures fetched, lists grouped; the same for every format. */
export interface OutDocument {
  title: string;
  language: Language;
  blocks: OutBlock[];
  words: OutWords;
}

/** What the writers themselves say, in the language of whoever downloads. */
export interface OutWords {
  missingImage: (name: string) => string;
  callout: Record<CalloutKind, string>;
  page: (page: number, pages: number) => string;
}

export interface OutPicture {
  bytes: Uint8Array<ArrayBuffer>;
  type: 'png' | 'jpg';
  /** Pixels. */
  width: number;
  height: number;
}

export type OutAlign = 'left' | 'center' | 'right' | 'justify';

/** Six hexadecimal digits, without `#`. */
type Colour = string;

export interface OutText {
  /** May hold line breaks. LaTeX when `math`. */
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  code?: true;
  math?: true;
  color?: Colour;
  background?: Colour;
  href?: string;
  /** The text is the name of this person. */
  userId?: string;
  /** The text is the title of this document. */
  documentId?: string;
}

interface Looks {
  align?: OutAlign;
  color?: Colour;
  background?: Colour;
}

export interface OutCell extends Looks {
  text: OutText[];
  colspan: number;
  rowspan: number;
  header: boolean;
}

export interface OutItem extends Looks {
  text: OutText[];
  /** Of a task. */
  checked?: boolean;
  children: OutBlock[];
}

export type OutBlock =
  | (Looks & { kind: 'paragraph'; text: OutText[]; children: OutBlock[] })
  | (Looks & { kind: 'heading'; level: number; text: OutText[]; children: OutBlock[] })
  | (Looks & { kind: 'quote'; text: OutText[]; children: OutBlock[] })
  | { kind: 'callout'; callout: CalloutKind; text: OutText[]; children: OutBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: OutItem[] }
  /** Opens and closes; with a level it is a heading. */
  | (Looks & { kind: 'toggle'; level?: number; text: OutText[]; children: OutBlock[] })
  | { kind: 'code'; language: string; value: string }
  | { kind: 'math'; value: string }
  | { kind: 'table'; columns: number; widths: (number | undefined)[]; headerRows: number; rows: OutCell[][] }
  | { kind: 'image'; picture: OutPicture | null; name: string; alt: string; caption: string; width?: number; align?: OutAlign }
  /** A file, or something of ours that the document shows. */
  | { kind: 'card'; label: string; href: string; caption: string }
  | { kind: 'columns'; columns: { width: number; blocks: OutBlock[] }[] }
  | { kind: 'rule' };

export const plainText = (text: readonly OutText[]): string => text.map((piece) => piece.text).join('');
