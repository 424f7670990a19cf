// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { openFormula } from './go-on-below.ts';

let made: MountedEditor;
beforeEach(() => {
  made = mountEditor();
});
afterEach(() => made.unmount());

const press = (key: string) => made.editor.prosemirrorView!.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const types = () => made.editor.document.map(({ type }) => type);

test('Tab in the last cell of a table makes another row', () => {
  const { editor } = made;
  const [table] = editor.replaceBlocks(editor.document, [{ type: 'table', content: { type: 'tableContent', rows: [{ cells: ['Who', 'Hours'] }, { cells: ['Elena', '12'] }] } }]).insertedBlocks;
  editor.setTextCursorPosition(table!, 'end');
  press('Tab');
  const { content } = editor.document[0]!;
  expect(content).toMatchObject({ rows: [{}, {}, {}] });
  editor.insertInlineContent('Owen');
  expect(JSON.stringify(editor.document[0]!.content)).toMatch(/Elena.*12.*Owen/);
  expect(types()).toEqual(['table']);
});

test('Enter ends a formula and goes on below it', () => {
  const { editor } = made;
  const [formula] = editor.replaceBlocks(editor.document, [{ type: 'math' }]).insertedBlocks;
  editor.setTextCursorPosition(formula!);
  openFormula(editor);
  press('Enter');
  expect(types()).toEqual(['math', 'paragraph']);
  editor.insertInlineContent('after');
  expect(editor.document[1]!.content).toMatchObject([{ text: 'after' }]);
});

test('the arrow down goes on below what stands last and has no text', () => {
  const { editor } = made;
  const [divider] = editor.replaceBlocks(editor.document, [{ type: 'divider' }]).insertedBlocks;
  editor.setTextCursorPosition(divider!);
  press('ArrowDown');
  expect(types()).toEqual(['divider', 'paragraph']);
});
