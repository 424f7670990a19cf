// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyUpdates } from '../../../../sync/documents/apply-updates.ts';
import { copyOf, mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';

let one: MountedEditor;
let two: MountedEditor;
const viewOf = ({ editor }: MountedEditor) => editor.prosemirrorView!;
const type = (made: MountedEditor, letters: string) => {
  for (const letter of letters) viewOf(made).dispatch(viewOf(made).state.tr.insertText(letter));
};
const press = (made: MountedEditor, key: string) => viewOf(made).someProp('handleKeyDown', (handle) => handle(viewOf(made), new KeyboardEvent('keydown', { key })));
const exchange = () => {
  const [ofOne, ofTwo] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(two.doc)];
  applyUpdates(one.doc, [ofTwo], 'server');
  applyUpdates(two.doc, [ofOne], 'server');
  // What was brought along because of it.
  applyUpdates(one.doc, [Y.encodeStateAsUpdate(two.doc)], 'server');
  applyUpdates(two.doc, [Y.encodeStateAsUpdate(one.doc)], 'server');
};
function lines({ editor }: MountedEditor): string[] {
  const found: string[] = [];
  editor.prosemirrorState.doc.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent);
  });
  return found;
}
/** So many letters into a line. */
const put = (made: MountedEditor, line: number, offset: number) => {
  const starts: number[] = [];
  viewOf(made).state.doc.descendants((node, pos) => {
    if (node.isTextblock) starts.push(pos + 1);
  });
  viewOf(made).dispatch(viewOf(made).state.tr.setSelection(TextSelection.create(viewOf(made).state.doc, starts[line]! + offset)));
};
const same = () => {
  expect(lines(two)).toEqual(lines(one));
  return lines(one);
};

beforeEach(() => {
  one = mountEditor();
  one.editor.replaceBlocks(one.editor.document, [{ type: 'paragraph', content: 'first ' }, { type: 'paragraph', content: 'foo bar ' }]);
  two = mountEditor(copyOf(one.doc));
});
afterEach(() => {
  one.unmount();
  two.unmount();
});

test.each([[''], ['aa'], ['keep']])('a block is split before the word that somebody writes, of which %j came too late', (late) => {
  put(one, 1, 8);
  type(one, 'book');
  exchange();
  put(two, 1, 4);
  press(two, 'Enter');
  type(one, late);
  exchange();
  type(one, 'er');
  exchange();
  expect(same()).toEqual(['first ', 'foo ', `bar book${late}er`]);
});

test('who writes before the place of a split stays there', () => {
  put(one, 1, 3);
  put(two, 1, 4);
  press(two, 'Enter');
  type(one, 'l');
  exchange();
  type(one, 's');
  exchange();
  expect(same()).toEqual(['first ', 'fools ', 'bar ']);
});

test.each([[''], ['aa']])('a block is joined with the one before it while somebody writes in it, of which %j came too late', (late) => {
  put(one, 1, 8);
  type(one, 'book');
  exchange();
  put(two, 1, 0);
  press(two, 'Backspace');
  type(one, late);
  exchange();
  type(one, 'er');
  exchange();
  expect(same()).toEqual([`first foo bar book${late}er`]);
});

test.each([[''], ['aa']])('a block is indented while somebody writes in it, of which %j came too late', (late) => {
  put(one, 1, 4);
  type(one, 'book');
  exchange();
  put(two, 1, 0);
  two.editor.nestBlock();
  type(one, late);
  exchange();
  type(one, 'er ');
  exchange();
  expect(same()).toEqual(['first ', `foo book${late}er bar `]);
});

test('what is deleted and not moved stays deleted', () => {
  put(one, 1, 8);
  type(one, 'book');
  exchange();
  two.editor.removeBlocks([two.editor.document[1]!]);
  type(one, 'er');
  exchange();
  expect(same()).toEqual(['first ']);
});

test('what was typed before the letters that are moved stays before them, in its order', () => {
  put(one, 1, 0);
  put(two, 1, 4);
  two.editor.nestBlock();
  type(one, 'old ');
  exchange();
  expect(same()).toEqual(['first ', 'old foo bar ']);
});

test('what somebody took out of a block, and wrote the rest of it anew, does not come back', () => {
  put(one, 1, 0);
  type(one, 'word ');
  exchange();
  // As a moment of the history is brought back, in a block of another kind.
  two.editor.replaceBlocks([two.editor.document[1]!], [{ type: 'heading', content: 'foo bar ' }]);
  exchange();
  expect(same()).toEqual(['first ', 'foo bar ']);
});
