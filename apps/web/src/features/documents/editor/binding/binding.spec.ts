// @vitest-environment jsdom
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { FRAGMENT_NAME } from '../document-schema.ts';
import { seedUpdate } from './seed.ts';
import { randomly } from '../fixtures/random-network.ts';
import { connect, copyOf, mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';

const mounted: MountedEditor[] = [];
const mount = (doc?: Y.Doc): MountedEditor => {
  const made = mountEditor(doc);
  mounted.push(made);
  return made;
};
afterEach(() => {
  for (const { unmount } of mounted.splice(0)) unmount();
});

/** A document as an editor leaves it behind. */
function written(write: (made: MountedEditor) => void): Y.Doc {
  const made = mountEditor();
  write(made);
  made.unmount();
  return copyOf(made.doc);
}

const filled = () =>
  written(({ editor }) =>
    editor.replaceBlocks(editor.document, [
      { type: 'heading', props: { level: 1 }, content: 'Plan' },
      { type: 'bulletListItem', content: 'One', children: [{ type: 'checkListItem', content: 'Within' }] },
      { type: 'table', content: { type: 'tableContent', rows: [{ cells: ['a', 'b'] }, { cells: ['c', 'd'] }] } },
      { type: 'paragraph', content: [{ type: 'text', text: 'bold', styles: { bold: true } }, { type: 'link', href: 'https://example.org', content: 'link' }] },
      { type: 'divider' },
    ]),
  );

const texts = ({ editor }: MountedEditor) => editor.document.map(({ content }) => (Array.isArray(content) ? content.map((piece) => ('text' in piece ? piece.text : '')).join('') : ''));
/** What is shown is what the Y.Doc holds, with each attribute that the schema gives a value. */
const shown = ({ editor }: MountedEditor): unknown => JSON.parse(JSON.stringify(editor.prosemirrorState.doc.toJSON()));
const held = ({ doc, editor }: MountedEditor): unknown => editor.pmSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT_NAME))).toJSON();

test.each([[[['al', 'bra'], ['ph', 'v'], ['a', 'o t'], [' one', 'wo']]], [[['a', ''], ['lph', 'br'], ['a', 'avo'], [' one', ' two']]]])('the words of two who type at one place at once stay whole', (turns) => {
  const [one, two] = [mount(), mount()];
  const type = ({ editor }: MountedEditor, letters: string) => {
    for (const letter of letters) editor._tiptapEditor.view.dispatch(editor._tiptapEditor.state.tr.insertText(letter));
  };
  for (const made of [one, two]) made.editor.setTextCursorPosition(made.editor.document[0]!, 'start');
  const exchange = () => {
    const [ofOne, ofTwo] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(two.doc)];
    Y.applyUpdate(one.doc, ofTwo, 'server');
    Y.applyUpdate(two.doc, ofOne, 'server');
  };
  for (const [first, second] of turns) {
    type(one, first!);
    type(two, second!);
    exchange();
  }
  expect(texts(one)).toEqual(texts(two));
  expect(texts(one).join(' ')).toContain('alpha one');
  expect(texts(one).join(' ')).toContain('bravo two');
});

describe('opening a document writes nothing', () => {
  test('when it is empty', () => {
    const { editor, updates } = mount();
    expect(editor.document).toHaveLength(1);
    expect(updates).toEqual([]);
  });

  test('when it has blocks of many kinds', () => {
    const { editor, updates } = mount(filled());
    expect(editor.document.map(({ type }) => type)).toEqual(['heading', 'bulletListItem', 'table', 'paragraph', 'divider']);
    expect(updates).toEqual([]);
  });

  test('when it ends with an empty block', () => {
    const doc = written(({ editor }) => editor.replaceBlocks(editor.document, [{ type: 'paragraph', content: 'Text' }, { type: 'paragraph' }]));
    expect(mount(doc).updates).toEqual([]);
  });

  test('when one moves the cursor about in it, or it stops being editable', () => {
    const { editor, updates } = mount(filled());
    editor.setTextCursorPosition(editor.document[1]!, 'end');
    editor.setTextCursorPosition(editor.document[0]!, 'start');
    editor.isEditable = false;
    editor.isEditable = true;
    expect(updates).toEqual([]);
  });

  test('when content comes after it was opened empty', () => {
    const { doc, editor, updates } = mount();
    const source = filled();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(source), 'server');
    expect(editor.document).toHaveLength(5);
    // The one that came.
    expect(updates).toHaveLength(1);
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(source));
  });
});

describe('what one person changes', () => {
  test('begins with the same bytes for everybody, for ever', () => {
    expect(Buffer.from(seedUpdate()).toString('base64')).toBe('AQUBAAcBCGRvY3VtZW50AwpibG9ja0dyb3VwBwABAAMOYmxvY2tDb250YWluZXIHAAEBAwlwYXJhZ3JhcGgHAAECBigAAQECaWQBdw5pbml0aWFsQmxvY2tJZAA=');
  });

  test('two who begin an empty document at once have one of what each wrote', () => {
    const [a, b] = [mount(), mount()];
    a.editor.insertInlineContent('from a');
    b.editor.insertInlineContent('from b');
    connect(a.doc, b.doc);
    expect(shown(a)).toEqual(shown(b));
    expect(texts(a).join(' ')).toContain('from a');
    expect(texts(a).join(' ')).toContain('from b');
    expect(a.doc.getXmlFragment(FRAGMENT_NAME)).toHaveLength(1);
    a.editor.undo();
    expect(texts(b).join(' ')).toBe('from b');
    a.editor.insertInlineContent('again ');
    expect(texts(b).join(' ')).toContain('again');
  });

  test('typing in a long document writes what was typed only', () => {
    const doc = written(({ editor }) => editor.replaceBlocks(editor.document, Array.from({ length: 300 }, (_, index) => ({ type: 'paragraph' as const, content: `Block ${index}` }))));
    const { editor, updates } = mount(doc);
    editor.setTextCursorPosition(editor.document[250]!, 'end');
    editor.insertInlineContent('!');
    expect(updates).toHaveLength(1);
    expect(updates[0]!.byteLength).toBeLessThan(40);
  });

  test('undo takes back what this person wrote, and not what another did', () => {
    const a = mount(filled());
    const b = mount(copyOf(a.doc));
    connect(a.doc, b.doc);
    a.editor.setTextCursorPosition(a.editor.document[0]!, 'end');
    a.editor.insertInlineContent(' mine');
    b.editor.setTextCursorPosition(b.editor.document[3]!, 'start');
    b.editor.insertInlineContent('yours ');
    a.editor.undo();
    expect(texts(b)).toEqual(['Plan', 'One', '', 'yours bold', '']);
    a.editor.redo();
    expect(texts(b)[0]).toBe('Plan mine');
  });

  test('a key of somebody else leaves the decorations, the cursor and the bold of all other blocks alone', () => {
    const a = mount(filled());
    const b = mount(copyOf(a.doc));
    connect(a.doc, b.doc);
    a.editor.setTextCursorPosition(a.editor.document[0]!, 'end');
    a.editor.toggleStyles({ bold: true });
    const before = a.editor.prosemirrorState;
    let steps: readonly { from: number; to: number }[] = [];
    a.editor._tiptapEditor.on('transaction', ({ transaction }) => {
      steps = transaction.steps.map((step) => step.toJSON() as { from: number; to: number });
    });
    b.editor.setTextCursorPosition(b.editor.document[3]!, 'start');
    b.editor.insertInlineContent('x');
    const after = a.editor.prosemirrorState;
    expect(steps).toHaveLength(1);
    expect(steps[0]!.to - steps[0]!.from).toBeLessThan(20);
    expect(after.selection.eq(before.selection)).toBe(true);
    expect(after.storedMarks?.map(({ type }) => type.name)).toEqual(['bold']);
  });
});

function editAtRandom({ editor }: MountedEditor, next: (below: number) => number): void {
  const blocks = editor.document;
  const block = blocks[next(blocks.length)]!;
  const action = next(7);
  if (action <= 2 && Array.isArray(block.content)) {
    editor.setTextCursorPosition(block, next(2) === 0 ? 'start' : 'end');
    editor.insertInlineContent(String.fromCharCode(97 + next(26)));
  } else if (action === 3) editor.insertBlocks([{ type: 'paragraph', content: `n${next(100)}` }], block, 'after');
  else if (action === 4 && blocks.length > 3) editor.removeBlocks([block]);
  else if (action === 5) editor.updateBlock(block, { type: next(2) === 0 ? 'heading' : 'bulletListItem' });
  else {
    editor.setTextCursorPosition(block);
    editor.nestBlock();
  }
}

test.each([1, 2, 3, 4, 5, 6])('two editors that are cut off and come together again hold the same, and show what they hold (%i)', (seed) => {
  const next = randomly(seed);
  const plain = written(({ editor }) => editor.replaceBlocks(editor.document, Array.from({ length: 6 }, (_, index) => ({ type: 'paragraph' as const, content: `p${index}` }))));
  const [a, b] = [mount(plain), mount(copyOf(plain))];
  for (let round = 0; round < 12; round += 1) {
    for (let edit = 0; edit < 3; edit += 1) editAtRandom([a, b][next(2)]!, next);
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'peer');
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'peer');
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'peer');
  }
  expect(shown(a)).toEqual(shown(b));
  expect(held(a)).toEqual(shown(a));
  expect(held(b)).toEqual(shown(b));
});
