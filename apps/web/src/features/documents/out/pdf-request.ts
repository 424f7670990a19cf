import type { MathRun } from './math-runs.ts';
import type { OutDocument, OutWords } from './out-document.ts';

/** A document as a worker gets it: formulas are read before, which takes a page; what the writer says has holes to be filled. */
export interface PdfRequest extends Omit<OutDocument, 'words'> {
  words: Pick<OutWords, 'callout'> & { missingImage: string; page: string };
  /** By their LaTeX. */
  formulas: ReadonlyMap<string, MathRun[]>;
}

export type PdfAnswer = { blob: Blob } | { failed: string };

/** Letters that no text has. */
export const HOLE = { name: '\u{F0000}', page: '\u{F0001}', pages: '\u{F0002}' };

export const wordsOf = ({ words }: PdfRequest): OutWords => ({
  callout: words.callout,
  missingImage: (name) => words.missingImage.replace(HOLE.name, () => name),
  page: (page, pages) => words.page.replace(HOLE.page, String(page)).replace(HOLE.pages, String(pages)),
});
