import type { DocumentBlockNote } from '../document-schema.ts';

const KINDS = ['image', 'video', 'audio'] as const;

/** Puts each file below the cursor, and uploads it; a block whose file can't be uploaded goes again. */
export async function insertFiles(editor: DocumentBlockNote, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const type = KINDS.find((kind) => file.type.startsWith(`${kind}/`)) ?? 'file';
    const [block] = editor.insertBlocks([{ type, props: { name: file.name } }], editor.getTextCursorPosition().block, 'after');
    if (!block || !editor.uploadFile) return;
    try {
      const made = await editor.uploadFile(file, block.id);
      if (editor.getBlock(block.id)) editor.updateBlock(block.id, typeof made === 'string' ? { props: { url: made } } : made);
    } catch {
      // Whoever uploads it says why.
      if (editor.getBlock(block.id)) editor.removeBlocks([block.id]);
    }
  }
}
