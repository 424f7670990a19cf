import { Schema } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { expect, test } from 'vitest';
import { stepChanges } from './step-changes.ts';
import { textEdits } from './text-edits.ts';

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });
/** One paragraph, changed: its letters begin at position 1. */
function edited(text: string, change: (transform: Transform) => void) {
  const transform = new Transform(schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])]));
  change(transform);
  return textEdits(text, transform.doc.textContent, { from: 1, newFrom: 1 }, stepChanges(transform.mapping.maps));
}
const letters = (text: string) => schema.text(text);

test('of letters that are alike it is the one at the cursor', () => {
  expect(edited('help', (transform) => transform.insert(3, letters('l')))).toEqual([{ at: 2, remove: 0, insert: 'l' }]);
  expect(edited('hello', (transform) => transform.delete(3, 4))).toEqual([{ at: 2, remove: 1, insert: '' }]);
  expect(edited('aaaa', (transform) => transform.insert(1, letters('aa')))).toEqual([{ at: 0, remove: 0, insert: 'aa' }]);
});

test('several places are each written alone', () => {
  const replaced = edited('one two one', (transform) => transform.insert(9, letters('x')).insert(1, letters('y')).delete(2, 3));
  expect(replaced).toEqual([{ at: 0, remove: 1, insert: 'y' }, { at: 8, remove: 0, insert: 'x' }]);
});

test('what stays of a part that was replaced is not written anew', () => {
  expect(edited('bookkeeper', (transform) => transform.replaceWith(1, 11, letters('bookkeepers')))).toEqual([{ at: 10, remove: 0, insert: 's' }]);
});

test('without steps that tell it, the texts do', () => {
  expect(textEdits('help', 'hellp', { from: 1, newFrom: 1 }, [])).toEqual([{ at: 3, remove: 0, insert: 'l' }]);
  expect(textEdits('help', 'hellp', { from: 1, newFrom: 1 }, [{ from: 1, to: 1, newFrom: 1, newTo: 2 }])).toEqual([{ at: 3, remove: 0, insert: 'l' }]);
});
