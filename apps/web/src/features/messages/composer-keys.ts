import type { Editor } from '@tiptap/core';
import { isInFence, isSourceEditor } from './composer-source.ts';
import { enterInTable, isTableStart } from './composer-table-commands.ts';

export interface ComposerKeyActions {
  send: () => void;
  cancel: (() => void) | undefined;
  openLink: () => void;
  /** On a touch keyboard there is no Shift+Enter: Enter is a new line, a button sends. */
  enterSends: boolean;
}

/** Whether the key was one of the composer's own; the others are the editor's. */
export function handleComposerKey(editor: Editor, event: KeyboardEvent, actions: ComposerKeyActions): boolean {
  if (event.isComposing) return false;
  const modifier = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape' && actions.cancel) {
    actions.cancel();
    return true;
  }
  if (event.key.toLowerCase() === 'u' && modifier && event.shiftKey) {
    actions.openLink();
    return true;
  }
  if (event.key === 'F10' && event.altKey) return focusTools(editor);
  if (event.key !== 'Enter') return false;
  if (modifier) {
    actions.send();
    return true;
  }
  if (event.shiftKey || !actions.enterSends) return newLine(editor);
  if (keepsEnter(editor)) return false;
  actions.send();
  return true;
}

/** In lists, tables and code, Enter goes on with them; so it does after the opening of code, math or a table. */
export function keepsEnter(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if (isSourceEditor(editor) && isInFence(editor)) return true;
  if ($from.parent.type.spec.code || editor.isActive('listItem') || editor.isActive('table')) return true;
  return /^(?:(?:```|~~~)[\w+#-]*|\$\$)$/u.test($from.parent.textContent) || isTableStart(editor.state);
}

function newLine(editor: Editor): boolean {
  return editor.commands.first(({ commands }) => [
    () => enterInTable(editor),
    () => commands.newlineInCode(),
    () => commands.liftEmptyBlock(),
    () => commands.splitBlock({ keepMarks: true }),
  ]);
}

/** From the text to the first row of buttons above it, as in other editors. Tab may mean something else there. */
function focusTools(editor: Editor): boolean {
  const rows = editor.view.dom.closest('[data-composer]')?.querySelectorAll<HTMLButtonElement>('[role=toolbar] button[tabindex="0"]');
  rows?.[rows.length - 1]?.focus();
  return true;
}
