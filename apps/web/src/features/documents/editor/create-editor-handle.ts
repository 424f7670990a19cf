import { createCommentHandle } from './comments/comment-handle.ts';
import type { DocumentBlockNote } from './document-schema.ts';
import type { EditorHandle } from './editor-handle.ts';
import type { SummaryWatch } from './outline/watch-summary.ts';

/** What a page can do with an editor. */
export function createEditorHandle(editor: DocumentBlockNote, summary: SummaryWatch, openFind: () => void): EditorHandle {
  return {
    focus: () => {
      const last = editor.document.at(-1);
      if (last) editor.setTextCursorPosition(last, 'end');
      editor.focus();
    },
    undo: () => void editor.undo(),
    redo: () => void editor.redo(),
    openFind,
    showBlock: (blockId) => {
      if (!editor.getBlock(blockId)) return false;
      const element = editor.domElement?.querySelector(`[data-node-type="blockContainer"][data-id="${CSS.escape(blockId)}"]`);
      element?.scrollIntoView({ block: 'start' });
      editor.setTextCursorPosition(blockId, 'start');
      // ProseMirror's own: it doesn't scroll a second time, and brings its cursor along.
      editor.prosemirrorView?.focus();
      return true;
    },
    insertEmbed: ({ kind, id }) => {
      editor.insertBlocks([{ type: 'embed', props: { kind, refId: id } }], editor.getTextCursorPosition().block, 'after');
    },
    comments: createCommentHandle(editor),
    begin: (markdown) => {
      if (editor.isEmpty) editor.replaceBlocks(editor.document, editor.tryParseMarkdownToBlocks(markdown));
    },
    summary,
  };
}
