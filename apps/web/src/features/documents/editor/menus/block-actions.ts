import type { DocumentBlockNote } from '../document-schema.ts';

type Blocks = DocumentBlockNote['document'];

/** Without ids: each copy gets its own. */
const copies = (blocks: Blocks): Blocks => blocks.map(({ id: _id, children, ...block }) => ({ ...block, children: copies(children) })) as Blocks;

/** Puts a copy below: of the selected blocks when the given one is among them, else of it. Without one, of where the cursor is. */
export function duplicateBlocks(editor: DocumentBlockNote, blockId?: string): void {
  const at = blockId ?? editor.getTextCursorPosition().block.id;
  const selected = editor.getSelection()?.blocks ?? [];
  const block = editor.getBlock(at);
  if (!block) return;
  const wanted = selected.some(({ id }) => id === at) ? selected : [block];
  const last = wanted.at(-1);
  if (last) editor.insertBlocks(copies(wanted), last, 'after');
}
