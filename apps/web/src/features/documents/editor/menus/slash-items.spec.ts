// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { duplicateBlocks } from './block-actions.ts';
import { slashItems } from './slash-items.tsx';

let made: MountedEditor;
beforeEach(() => {
  made = mountEditor();
});
afterEach(() => made.unmount());

const found = (query: string) => slashItems(made.editor, query).map(({ title }) => title);

describe('what `/` offers', () => {
  test.each([
    ['head', 'Heading 1'], ['titre', 'Heading 1'], ['tableau', 'Table'], ['légende', undefined], ['citation', 'Quote'], ['tache', 'Check List'], ['colonnes', 'Two Columns'], ['tâche', 'Check List'],
  ])('%s finds %s, with accents or without', (query, title) => {
    expect(found(query)[0]).toBe(title);
  });

  test('begins each group once', () => {
    const groups = slashItems(made.editor, '').map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...new Set(groups)]);
  });

  test('puts what was chosen where `/` was typed', () => {
    made.editor.insertInlineContent('/');
    slashItems(made.editor, 'colonnes')[0]?.onItemClick();
    expect(made.editor.document.map(({ type, children }) => [type, children.map((child) => child.type)])).toEqual([['columnList', ['column', 'column']]]);
  });
});

test('a copy of a block has all that is in it, and ids of its own', () => {
  made.editor.replaceBlocks(made.editor.document, [{ type: 'bulletListItem', content: 'a', children: [{ type: 'paragraph', content: 'b' }] }]);
  duplicateBlocks(made.editor, made.editor.document[0]?.id);
  const [first, second] = made.editor.document;
  expect(second).toMatchObject({ type: 'bulletListItem', content: first?.content, children: [{ type: 'paragraph', content: first?.children[0]?.content }] });
  expect(second?.id).not.toBe(first?.id);
  expect(second?.children[0]?.id).not.toBe(first?.children[0]?.id);
});
