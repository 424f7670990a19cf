import { createExtension } from '@blocknote/core';
import { SourceBlockWithPreviewExtension } from '@blocknote/core/extensions';
import { addRowAfter, goToNextCell, isInTable, selectedRect } from '@tiptap/pm/tables';
import type { DocumentBlockNote } from '../document-schema.ts';

/** Puts the cursor into the next block, and makes one where there is none. */
function goOn(editor: DocumentBlockNote): void {
  editor.transact(() => {
    const { block, nextBlock } = editor.getTextCursorPosition();
    const next = nextBlock ?? editor.insertBlocks([{ type: 'paragraph' }], block, 'after')[0];
    if (next) editor.setTextCursorPosition(next, 'start');
  });
}

/** Opens what a formula is written in, when the cursor is in one. */
export function openFormula(editor: DocumentBlockNote): void {
  const { block } = editor.getTextCursorPosition();
  editor.getExtension(SourceBlockWithPreviewExtension)?.store.setState((state) => ({ ...state, popupOpen: block.id }));
}

function isLastRow({ prosemirrorState: state }: DocumentBlockNote): boolean {
  if (!isInTable(state)) return false;
  const { bottom, map } = selectedRect(state);
  return bottom === map.height;
}

/** Whether there is nothing below where the cursor is that it could go down into. */
function isAtEnd(editor: DocumentBlockNote): boolean {
  const { block, nextBlock } = editor.getTextCursorPosition();
  const view = editor.prosemirrorView;
  if (nextBlock !== undefined || !view) return false;
  if (isInTable(view.state)) return isLastRow(editor) && view.endOfTextblock('down');
  return block.type === 'math' ? !isFormulaOpen(editor, block.id) : block.content === undefined;
}

const isFormulaOpen = (editor: DocumentBlockNote, blockId: string): boolean => editor.getExtension(SourceBlockWithPreviewExtension)?.store.state.popupOpen === blockId;

/** The ways out of what has no line below it: a table, a formula, a picture that stands last. */
export const GoOnBelowExtension = createExtension(({ editor: theirs }) => {
  const editor = theirs as unknown as DocumentBlockNote;
  return {
    key: 'documentGoOnBelow',
    runsBefore: ['sourceBlockWithPreview'],
    keyboardShortcuts: {
      ArrowDown: () => {
        if (!isAtEnd(editor)) return false;
        goOn(editor);
        return true;
      },
      Enter: () => {
        const { block } = editor.getTextCursorPosition();
        if (block.type !== 'math' || !isFormulaOpen(editor, block.id)) return false;
        goOn(editor);
        return true;
      },
      Tab: () => {
        const view = editor.prosemirrorView;
        if (!view || !isLastRow(editor) || selectedRect(view.state).right !== selectedRect(view.state).map.width) return false;
        addRowAfter(view.state, view.dispatch);
        return goToNextCell(1)(view.state, view.dispatch);
      },
    },
    mount: ({ dom, signal }) => {
      // A press below all of it: ProseMirror would put the cursor into what stands last.
      const onPress = (event: MouseEvent) => {
        const last = editor.document.at(-1);
        if (event.target !== dom || event.button !== 0 || !editor.isEditable || last === undefined || last.type === 'paragraph') return;
        const shown = dom.querySelector(`[data-id="${CSS.escape(last.id)}"]`);
        if (shown === null || event.clientY <= shown.getBoundingClientRect().bottom) return;
        event.preventDefault();
        editor.setTextCursorPosition(editor.insertBlocks([{ type: 'paragraph' }], last, 'after')[0] ?? last);
        editor.prosemirrorView?.focus();
      };
      dom.addEventListener('mousedown', onPress, { capture: true, signal });
    },
  };
});
