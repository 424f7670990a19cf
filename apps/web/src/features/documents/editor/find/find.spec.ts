// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { foundIn, go, goFirst, look, nothingFound, replaceEvery, replaceOne } from './find.ts';

let made: MountedEditor;
beforeEach(() => {
  // Jsdom has none.
  Element.prototype.scrollIntoView = () => undefined;
  made = mountEditor();
  made.editor.replaceBlocks(made.editor.document, [
    { type: 'paragraph', content: [{ type: 'text', text: 'The cat a', styles: {} }, { type: 'text', text: 'nd the d', styles: { bold: true } }, { type: 'text', text: 'og', styles: {} }] },
    { type: 'table', content: { type: 'tableContent', rows: [{ cells: ['the end', '(.*)'] }] } },
  ]);
});
afterEach(() => made.unmount());

const view = () => made.editor.prosemirrorView!;
const find = (search: string, { replace = '', caseSensitive = false } = {}) => {
  look(view(), { search, replace, caseSensitive });
  return foundIn(view().state).count;
};
const text = () => view().state.doc.textBetween(0, view().state.doc.content.size, '|').replace(/\|+/gu, '|');

test('finds across styles and in tables, whatever the case, and nothing for nothing', () => {
  expect(find('the')).toBe(3);
  expect(find('and the dog')).toBe(1);
  expect(find('the', { caseSensitive: true })).toBe(2);
  expect(find('')).toBe(0);
});

test('takes what is written literally', () => {
  expect(find('(.*)')).toBe(1);
  expect(find('.')).toBe(1);
});

test('goes from one to the next and round, both ways', () => {
  find('the');
  const places = [1, 1, 1, 1, -1, -1].map((direction) => {
    go(view(), direction as 1 | -1);
    return foundIn(view().state).current;
  });
  expect(places).toEqual([1, 2, 3, 1, 3, 2]);
});

test('begins with the first from the cursor, stays there while more of it is typed, and goes round', () => {
  const first = (search: string) => {
    find(search);
    goFirst(view());
    return foundIn(view().state).current;
  };
  expect(first('th')).toBe(1);
  made.editor.setTextCursorPosition(made.editor.document[0]!, 'end');
  expect(['t', 'th', 'the'].map(first)).toEqual([4, 3, 3]);
  expect(first('cat')).toBe(1);
  expect(first('nowhere')).toBe(0);
});

test('replaces one, or all of them in one step to take back', () => {
  find('the', { replace: 'a' });
  go(view(), 1);
  replaceOne(view());
  expect(text()).toContain('a cat and the dog');
  replaceEvery(view());
  expect(text()).toContain('a cat and a dog|a end');
  made.editor.undo();
  expect(text()).toContain('and the dog|the end');
});

test('writes nothing while it looks', () => {
  const { length } = made.updates;
  find('the');
  go(view(), 1);
  find('');
  expect(foundIn(view().state)).toEqual(nothingFound);
  expect(made.updates).toHaveLength(length);
});
