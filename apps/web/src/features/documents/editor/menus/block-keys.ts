import { createExtension } from '@blocknote/core';
import type { DocumentBlockNote } from '../document-schema.ts';
import { duplicateBlocks } from './block-actions.ts';

/** Keys for blocks, beside BlockNote's own: Ctrl+Shift+arrows move them, Tab and Shift+Tab indent them. */
export const BlockKeysExtension = createExtension(() => ({
  key: 'documentBlockKeys',
  keyboardShortcuts: {
    'Alt-Shift-ArrowUp': ({ editor }) => {
      editor.moveBlocksUp();
      return true;
    },
    'Alt-Shift-ArrowDown': ({ editor }) => {
      editor.moveBlocksDown();
      return true;
    },
    'Mod-Shift-d': ({ editor }) => {
      duplicateBlocks(editor as unknown as DocumentBlockNote);
      return true;
    },
  },
}));
