import { createExtension } from '@blocknote/core';
import type { DocumentBlockNote } from '../document-schema.ts';
import { insertFiles } from './insert-files.ts';

/** Files that are dropped onto the text go where they are dropped; one that can't be uploaded leaves nothing behind. */
export const DropFilesExtension = createExtension(({ editor: theirs }) => {
  const editor = theirs as unknown as DocumentBlockNote;
  return {
    key: 'documentDropFiles',
    mount: ({ dom, signal }) => {
      const onDrop = (event: DragEvent) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        // A picture of ours that is dragged is a file, too.
        if (files.length === 0 || !editor.isEditable || event.dataTransfer?.types.includes('blocknote/html')) return;
        event.preventDefault();
        // ProseMirror and BlockNote listen here too.
        event.stopImmediatePropagation();
        // The line that showed where it would go.
        dom.dispatchEvent(new Event('dragend'));
        void insertFiles(editor, files, placeAt(editor, event));
      };
      dom.addEventListener('drop', onDrop, { capture: true, signal });
    },
  };
});

/** The block that something was dropped on, and the nearer side of it; below all where there is none. */
function placeAt(editor: DocumentBlockNote, { clientX, clientY, target }: DragEvent): Parameters<typeof insertFiles>[2] {
  const shown = (document.elementFromPoint(clientX, clientY) ?? (target as Element)).closest('[data-node-type="blockContainer"][data-id]');
  const block = editor.getBlock(shown?.getAttribute('data-id') ?? '');
  if (shown === null || !block) return { block: editor.document.at(-1)!, side: 'after' };
  const { top, height } = shown.getBoundingClientRect();
  return { block, side: clientY < top + height / 2 ? 'before' : 'after' };
}
