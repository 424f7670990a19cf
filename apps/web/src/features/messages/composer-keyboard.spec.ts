// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { editorDocument, markdownFromEditor } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';
import { handleComposerKey } from './composer-keys.ts';
import { alignColumns, insertTable, runTableCommand } from './composer-table-commands.ts';

let editor: Editor;
let sent: number;

beforeAll(() => {
  // jsdom lays nothing out.
  const none = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => '' };
  Range.prototype.getClientRects = () => Object.assign([none], { item: () => none }) as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => none;
});

function open(markdown = ''): void {
  sent = 0;
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: composerExtensions(() => ''),
    content: editorDocument(markdown),
    injectCSS: false,
    editorProps: {
      handleKeyDown: (_view, event) =>
        handleComposerKey(editor, event, { send: () => (sent += 1), cancel: undefined, openLink: () => undefined, enterSends: true }),
    },
  });
  editor.commands.setTextSelection(editor.state.doc.content.size);
}

beforeEach(() => open());
afterEach(() => editor.destroy());

function press(key: string, modifiers: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, ...modifiers });
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event));
}

function type(text: string): void {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const handled = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)));
    if (!handled) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
}

const written = () => markdownFromEditor(editor.getJSON());

describe('Markdown typed into the composer', () => {
  it.each([
    ['$x^2$ is', '$x^2$ is'],
    ['$5 and $6 ', '$5 and $6'],
    ['who? ||the butler|| ', 'who? ||the butler||'],
    ['[] milk', '- [ ] milk'],
    ['[ ] milk', '- [ ] milk'],
    ['[x] milk', '- [x] milk'],
    ['- [] milk', '- [ ] milk'],
    ['> [!NOTE] mind', '> [!NOTE]\n> mind'],
    ['> [!caution] mind', '> [!CAUTION]\n> mind'],
    ['$$ x', '$$\nx\n$$'],
  ])('reads %j as it is meant', (typed, markdown) => {
    type(typed);
    expect(written()).toBe(markdown);
  });

  it('makes a table of a header line and Enter, and goes through it by keyboard', () => {
    type('| a | b |');
    press('Enter');
    type('1');
    press('Tab');
    type('2');
    press('Tab');
    type('3');
    press('Tab', { shiftKey: true });
    type('!');
    expect(sent).toBe(0);
    expect(written()).toBe('| a | b |\n| - | - |\n| 1 | ! |\n| 3 | |');
  });

  it('goes down a table by Enter, grows it, and leaves it by an empty row', () => {
    type('| a |');
    press('Enter');
    type('1');
    press('Enter');
    type('2');
    press('Enter');
    press('Enter');
    type('after');
    expect(written()).toBe('| a |\n| - |\n| 1 |\n| 2 |\n\nafter');
    press('Enter');
    expect(sent).toBe(1);
  });

  it('sends a table by Ctrl+Enter', () => {
    type('| a |');
    press('Enter');
    press('Enter', { ctrlKey: true });
    expect(sent).toBe(1);
  });

  it('adds, aligns and removes rows and columns', () => {
    insertTable(editor);
    type('h');
    runTableCommand(editor, 'columnAfter');
    runTableCommand(editor, 'deleteRow');
    runTableCommand(editor, 'deleteRow');
    alignColumns(editor, 'right');
    runTableCommand(editor, 'rowAfter');
    const table = editor.state.doc.firstChild;
    expect(table?.content.content.map((row) => row.childCount)).toEqual([4, 4]);
    expect(table?.lastChild?.firstChild?.attrs.align).toBe('right');
    runTableCommand(editor, 'deleteTable');
    expect(written()).toBe('');
  });

  it('makes math of $$ and Enter, and leaves it by Enter on an empty line', () => {
    type('$$');
    press('Enter');
    type('x');
    press('Enter');
    press('Enter');
    type('after');
    expect(written()).toBe('$$\nx\n$$\n\nafter');
    expect(sent).toBe(0);
  });

  it('goes on after a done task with one to do, and ticks the one whose box is clicked', () => {
    type('[x] milk');
    press('Enter');
    type('eggs');
    expect(written()).toBe('- [x] milk\n- [ ] eggs');
    const click = (index: number) => editor.view.dom.querySelectorAll('li')[index]?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    click(0);
    click(1);
    expect(written()).toBe('- [ ] milk\n- [x] eggs');
  });

  it('makes a task of a line and an item of a task by Ctrl+Shift+9', () => {
    type('milk');
    press('9', { ctrlKey: true, shiftKey: true, keyCode: 57 });
    expect(written()).toBe('- [ ] milk');
    press('9', { ctrlKey: true, shiftKey: true, keyCode: 57 });
    expect(written()).toBe('- milk');
  });

  it('leaves a callout by Backspace at its beginning', () => {
    type('> [!TIP] x');
    editor.commands.setTextSelection(2);
    press('Backspace');
    expect(written()).toBe('x');
  });
});
