/** What an import may hold. Sizes in bytes where nothing else is said. */
export const IMPORT_LIMITS = {
  /** Characters of a text file. Well above what a document may hold as text (a novel has 1 MB). */
  text: 5 * 1024 * 1024,
  /** Of a text with pictures in it, or of a DOCX. */
  file: 40 * 1024 * 1024,
  /** Of all that a DOCX unpacks to. */
  unpacked: 120 * 1024 * 1024,
  /** Of the XML of a DOCX's text. */
  xml: 30 * 1024 * 1024,
  /** Unpacked to packed, of parts above 1 MiB. Text packs 20:1 at best, zeros 1000:1. */
  ratio: 100,
  entries: 2_000,
  /** Elements of HTML, and how deep they nest. */
  elements: 120_000,
  depth: 200,
  /** Blocks in one another; what is deeper stays beside one another. */
  nesting: 12,
  /** Characters of one block with all within it, as JSON: it goes to the server in one update. */
  block: 500_000,
  pictures: 300,
  /** Milliseconds until reading one file counts as too much work. */
  time: 30_000,
} as const;
