// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, expect, test } from 'vitest';
import { connect, copyOf, mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { createCommentHandle } from './comment-handle.ts';

const mounted: MountedEditor[] = [];
const mount = (...given: Parameters<typeof mountEditor>): MountedEditor => {
  const made = mountEditor(...given);
  mounted.push(made);
  return made;
};
afterEach(() => {
  for (const { unmount } of mounted.splice(0)) unmount();
});

function select({ editor }: MountedEditor, words: string): void {
  const view = editor.prosemirrorView;
  view.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position + at, position + at + words.length)));
  });
}
const marked = ({ editor }: MountedEditor): string[] => [...editor.prosemirrorView.dom.querySelectorAll('.pv-comment-mark')].map(({ textContent }) => textContent);
const write = (made: MountedEditor, block: number, place: 'start' | 'end', words: string): void => {
  made.editor.setTextCursorPosition(made.editor.document[block]!, place);
  made.editor.insertInlineContent(words);
};

test('marks stay with their words while others write, and writing beside them does not make them longer', () => {
  const one = mount();
  one.editor.replaceBlocks(one.editor.document, [{ type: 'paragraph', content: 'First line' }, { type: 'paragraph', content: 'Words to talk about' }]);
  const two = mount(copyOf(one.doc));
  connect(one.doc, two.doc);
  const [mine, theirs] = [createCommentHandle(one.editor), createCommentHandle(two.editor)];
  expect(mine.selected()).toBeNull();
  select(one, 'talk about');
  const piece = mine.selected()!;
  expect(piece.quote).toBe('talk about');
  one.updates.length = 0;
  for (const handle of [mine, theirs]) handle.show([{ id: 'a', anchor: piece.anchor }], null);
  expect(one.updates).toEqual([]);
  expect([marked(one), marked(two)]).toEqual([['talk about'], ['talk about']]);
  write(two, 1, 'end', ', later');
  write(two, 0, 'start', 'The ');
  expect([marked(one), marked(two)]).toEqual([['talk about'], ['talk about']]);
  // Found anew from where it is anchored, it is the same.
  mine.show([{ id: 'a', anchor: piece.anchor }], 'a');
  expect(marked(one)).toEqual(['talk about']);
});

test('a mark whose words are gone is none, nor is an anchor that is none; they are in the order of the text', () => {
  const made = mount();
  made.editor.replaceBlocks(made.editor.document, [{ type: 'paragraph', content: 'alpha' }, { type: 'paragraph', content: 'beta' }]);
  const handle = createCommentHandle(made.editor);
  const anchors = ['beta', 'alpha'].map((words) => {
    select(made, words);
    return { id: words, anchor: handle.selected()!.anchor };
  });
  const broken = [{ id: 'broken', anchor: { start: '', end: 'no place' } }, { id: 'other', anchor: { start: 'AAEC', end: '/////w8=' } }];
  handle.show([...anchors, ...broken], null);
  expect([...handle.places()].sort(([, a], [, b]) => a - b).map(([id]) => id)).toEqual(['alpha', 'beta']);
  made.editor.removeBlocks([made.editor.document[0]!]);
  handle.show([...anchors, ...broken], null);
  expect([...handle.places().keys()]).toEqual(['beta']);
  expect(marked(made)).toEqual(['beta']);
});
