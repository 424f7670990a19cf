import type { DocumentBlockNote } from './document-schema.ts';
import type { EmbedRef } from './editor-services.ts';

/** Puts something of ours in the place of a block, and the cursor behind it. A document and a person stand in a line. */
export function putRef(editor: DocumentBlockNote, blockId: string, { kind, id }: EmbedRef): void {
  if (kind === 'document' || kind === 'person') {
    emptyAgain(editor, blockId);
    insertRefInLine(editor, kind, id);
    return;
  }
  const made = editor.updateBlock(blockId, { type: 'embed', props: { kind, refId: id } });
  const next = editor.getNextBlock(made) ?? editor.insertBlocks([{ type: 'paragraph' }], made, 'after')[0];
  editor.focus();
  if (next) editor.setTextCursorPosition(next);
}

/** An empty line in its place, in which one writes on. */
export function emptyAgain(editor: DocumentBlockNote, blockId: string): void {
  const made = editor.updateBlock(blockId, { type: 'paragraph', content: [] });
  editor.focus();
  editor.setTextCursorPosition(made, 'end');
}

export function insertRefInLine(editor: DocumentBlockNote, kind: 'document' | 'person', id: string): void {
  const content = kind === 'document' ? { type: 'documentLink' as const, props: { documentId: id } } : { type: 'mention' as const, props: { userId: id } };
  editor.insertInlineContent([content, ' '], { updateSelection: true });
}
