import { BlockNoteSchema, createHeadingBlockSpec, defaultBlockSpecs, defaultInlineContentSpecs } from '@blocknote/core';
import { withMultiColumn } from '@blocknote/xl-multi-column';
import { calloutBlockSpec } from './blocks/callout-block.tsx';
import { codeBlockSpec } from './blocks/code-block.ts';
import { embedBlockSpec } from './blocks/embed-block.tsx';
import { fileBlockSpecs } from './blocks/file-blocks.ts';
import { inlineMathSpec, mathBlockSpec } from './blocks/math.tsx';
import { documentLinkSpec, mentionSpec } from './blocks/mention.tsx';
import { taskBlockSpec } from './blocks/task-block.ts';

/** Name of the fragment of the Y.Doc that holds the blocks. */
export const FRAGMENT_NAME = 'document';

/** What a document can hold. Whoever adds to it raises DOCUMENT_SCHEMA_VERSION (`@parvis/contracts`). */
export const documentSchema = withMultiColumn(
  BlockNoteSchema.create({
    blockSpecs: {
      ...defaultBlockSpecs,
      ...fileBlockSpecs,
      heading: createHeadingBlockSpec({ levels: [1, 2, 3] }),
      checkListItem: taskBlockSpec,
      codeBlock: codeBlockSpec,
      callout: calloutBlockSpec(),
      math: mathBlockSpec(),
      embed: embedBlockSpec(),
    },
    inlineContentSpecs: { ...defaultInlineContentSpecs, mention: mentionSpec, documentLink: documentLinkSpec, inlineMath: inlineMathSpec },
  }),
);

export type DocumentBlockNote = typeof documentSchema.BlockNoteEditor;
