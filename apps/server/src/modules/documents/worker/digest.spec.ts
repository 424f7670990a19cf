import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { digest } from './digest.ts';

it('reads what is written on a whiteboard: as it was typed, names of frames, nothing that was removed, whatever stands there', () => {
  const doc = new Y.Doc();
  const board = doc.getMap('elements');
  board.set('1', { type: 'text', text: 'long\nline', originalText: 'long line', isDeleted: false });
  board.set('2', { type: 'frame', name: 'Second floor', isDeleted: false });
  board.set('3', { type: 'text', text: 'removed', isDeleted: true });
  board.set('4', { type: 'text', text: 'alone' });
  for (const [key, value] of [['5', null], ['6', 'x'], ['7', { text: 5, name: {} }], ['8', new Y.Map()]] as const) board.set(key, value);
  expect(digest([Y.encodeStateAsUpdate(doc)]).text.split('\n').sort()).toEqual(['Second floor', 'alone', 'long line']);
});
