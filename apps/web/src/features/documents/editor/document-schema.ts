import { BlockNoteSchema, createCodeBlockSpec, createHeadingBlockSpec, defaultBlockSpecs } from '@blocknote/core';

/** Name of the fragment of the Y.Doc that holds the blocks. */
export const FRAGMENT_NAME = 'document';

/** What a document can hold. Whoever adds to it raises DOCUMENT_SCHEMA_VERSION. */
export const documentSchema = BlockNoteSchema.create({
  blockSpecs: {
    ...defaultBlockSpecs,
    heading: createHeadingBlockSpec({ levels: [1, 2, 3] }),
    codeBlock: createCodeBlockSpec({ defaultLanguage: 'text' }),
  },
});

export type DocumentBlockNote = typeof documentSchema.BlockNoteEditor;
