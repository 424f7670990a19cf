import { InputRule } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list/item';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

type Checked = boolean | null;

/** An item can be a task: `[] ` or `[ ] ` at the beginning of an item, or of a line, makes it one. */
export const TaskableItem = ListItem.extend({
  addAttributes() {
    return {
      checked: {
        default: null as Checked,
        parseHTML: (element: HTMLElement) => ({ true: true, false: false })[element.dataset.checked ?? ''] ?? null,
        renderHTML: ({ checked }: { checked: Checked }) => (checked === null ? {} : { 'data-checked': checked }),
      },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[([ xX]?)\]\s$/u,
        handler: ({ range, match, chain }) => {
          const checked = match[1] !== ' ' && match[1] !== '';
          if (this.editor.isActive('listItem')) chain().deleteRange(range).updateAttributes('listItem', { checked }).run();
          else chain().deleteRange(range).toggleBulletList().updateAttributes('listItem', { checked }).run();
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Mod-Shift-9': () => {
        toggleTask(this.editor);
        return true;
      },
      // What comes after something done is still to do.
      Enter: () => this.editor.commands.splitListItem(this.name, isTask(this.editor) ? { checked: false } : {}),
    };
  },
  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleDOMEvents: { mousedown: (view, event) => tickClicked(view, event) } } })];
  },
});

// The box is drawn before the item's text, so a click on it is one on the item itself.
function tickClicked(view: EditorView, event: MouseEvent): boolean {
  const { target } = event;
  if (!view.editable || !(target instanceof HTMLElement) || target.dataset.checked === undefined || target.tagName !== 'LI') return false;
  event.preventDefault();
  const position = view.posAtDOM(target, 0) - 1;
  const item = view.state.doc.nodeAt(position);
  if (item?.type.name !== 'listItem') return false;
  view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', item.attrs.checked !== true));
  return true;
}

/** Makes tasks of the selected lines or items, or plain items again. */
export function toggleTask(editor: Editor): void {
  if (!editor.isActive('listItem')) editor.chain().focus().toggleBulletList().updateAttributes('listItem', { checked: false }).run();
  else editor.chain().focus().updateAttributes('listItem', { checked: isTask(editor) ? null : false }).run();
}

export function isTask(editor: Editor): boolean {
  return typeof editor.getAttributes('listItem').checked === 'boolean';
}

export function isDone(editor: Editor): boolean {
  return editor.getAttributes('listItem').checked === true;
}

export function toggleDone(editor: Editor): void {
  editor.chain().focus().updateAttributes('listItem', { checked: !isDone(editor) }).run();
}
