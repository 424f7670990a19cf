import type { Editor } from '@tiptap/core';

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

/** In lists and code, Enter goes on with them; so it does after the opening of a code block. */
export function keepsEnter(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if ($from.parent.type.spec.code || editor.isActive('listItem')) return true;
  return /^(?:```|~~~)[a-z]*$/u.test($from.parent.textContent);
}

function newLine(editor: Editor): boolean {
  return editor.commands.first(({ commands }) => [
    () => commands.newlineInCode(),
    () => commands.liftEmptyBlock(),
    () => commands.splitBlock({ keepMarks: true }),
  ]);
}
