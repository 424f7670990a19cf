// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { summarise } from './summary.ts';
import { watchSummary } from './watch-summary.ts';

let made: MountedEditor | undefined;
afterEach(() => {
  made?.unmount();
  made = undefined;
  vi.useRealTimers();
});

const mount = (): MountedEditor['editor'] => {
  made = mountEditor();
  made.editor.replaceBlocks(made.editor.document, [
    { type: 'heading', props: { level: 1 }, content: 'Le plan' },
    { type: 'paragraph', content: 'C’est aujourd’hui, à 10 h 30.' },
    { type: 'heading', props: { level: 2 } },
    { type: 'bulletListItem', content: 'one', children: [{ type: 'heading', props: { level: 3 }, content: 'Within' }] },
    { type: 'table', content: { type: 'tableContent', rows: [{ cells: ['two words', ''] }] } },
  ]);
  return made.editor;
};

describe('summary of a document', () => {
  test('lists the headings that have text, wherever they are', () => {
    const editor = mount();
    const [title] = editor.document;
    const { outline } = summarise(editor.prosemirrorState.doc);
    expect(outline.map(({ level, text }) => [level, text])).toEqual([[1, 'Le plan'], [3, 'Within']]);
    expect(outline[0]?.blockId).toBe(title?.id);
  });

  test('counts words as people do, in tables too', () => {
    expect(summarise(mount().prosemirrorState.doc).words).toBe(2 + 6 + 1 + 1 + 2);
  });

  test('tells of a change once things are calm, and only of one that it shows', () => {
    const editor = mount();
    vi.useFakeTimers();
    const watch = watchSummary(editor);
    const heard = vi.fn();
    watch.subscribe(heard);
    editor.setTextCursorPosition(editor.document[0]!, 'end');
    for (const letter of ' de') editor.insertInlineContent(letter);
    expect(watch.get().outline[0]?.text).toBe('Le plan');
    vi.runAllTimers();
    expect(watch.get().outline[0]?.text).toBe('Le plan de');
    expect(heard).toHaveBeenCalledTimes(1);
    editor.toggleStyles({ bold: true });
    vi.runAllTimers();
    expect(heard).toHaveBeenCalledTimes(1);
    watch.stop();
  });
});
