import type { DocumentBlockNote } from '../document-schema.ts';

const KINDS = ['image', 'video', 'audio'] as const;

interface Place {
  block: DocumentBlockNote['document'][number];
  side: 'before' | 'after';
}

/** Puts each file at a place, one below the other, and uploads it; a block whose file can't be uploaded goes again. */
export async function insertFiles(editor: DocumentBlockNote, files: readonly File[], place: Place = { block: editor.getTextCursorPosition().block, side: 'after' }): Promise<void> {
  // At once: where they were put may be gone when the first one is there.
  const blocks = editor.insertBlocks(files.map((file) => ({ type: KINDS.find((kind) => file.type.startsWith(`${kind}/`)) ?? 'file', props: { name: file.name } })), place.block, place.side);
  for (const [index, block] of blocks.entries()) {
    if (!editor.uploadFile) return;
    try {
      const made = await editor.uploadFile(files[index]!, block.id);
      if (editor.getBlock(block.id)) editor.updateBlock(block.id, typeof made === 'string' ? { props: { url: made } } : made);
    } catch {
      // Whoever uploads it says why.
      if (editor.getBlock(block.id)) editor.removeBlocks([block.id]);
    }
  }
}
