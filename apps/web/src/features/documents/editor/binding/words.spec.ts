// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { RandomNetwork, randomly } from '../fixtures/random-network.ts';
import { copyOf, mountEditor } from '../fixtures/mounted-editor.ts';
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

const viewOf = ({ editor }: MountedEditor) => editor.prosemirrorView!;
const type = (made: MountedEditor, letters: string) => {
  for (const letter of letters) viewOf(made).dispatch(viewOf(made).state.tr.insertText(letter));
};
const press = (made: MountedEditor, key: string) => {
  const view = viewOf(made);
  const { selection } = view.state;
  if (view.someProp('handleKeyDown', (handle) => handle(view, new KeyboardEvent('keydown', { key })))) return;
  // What the browser does by itself.
  if (key === 'Backspace' && selection.empty && selection.$from.parentOffset > 0) view.dispatch(view.state.tr.delete(selection.from - 1, selection.from));
};
const shown = ({ editor }: MountedEditor): unknown => JSON.parse(JSON.stringify(editor.prosemirrorState.doc.toJSON()));
function lines({ editor }: MountedEditor): string[] {
  const found: string[] = [];
  editor.prosemirrorState.doc.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent);
  });
  return found;
}

/** Letters that stand beside their like as often as can be. */
const WORDS = ['aaa', 'aaaa', 'hello', 'help', 'bookkeeper', 'abba', 'lll', 'aab', 'baa', 'keep'];

/** Writes whole words, letter by letter, where no word of somebody else is: each ends with a space. */
class Writer {
  readonly made: MountedEditor;
  readonly written: string[] = [];
  private left = '';
  private readonly next: (below: number) => number;

  constructor(made: MountedEditor, next: (below: number) => number) {
    this.made = made;
    this.next = next;
  }

  turn(): void {
    const dice = this.next(20);
    if (this.left !== '') {
      if (dice === 0) {
        type(this.made, 'k');
        press(this.made, 'Backspace');
      }
      this.letter();
    } else if (dice === 0 && this.isAtEnd()) press(this.made, 'Enter');
    else if (dice === 1) this.made.editor.toggleStyles({ bold: true });
    else this.begin(dice < 10);
  }

  finish(): void {
    while (this.left !== '') this.letter();
  }

  private begin(elsewhere: boolean): void {
    if (elsewhere || !this.mayBeginHere()) {
      const places = this.places();
      if (places.length === 0) return;
      const view = viewOf(this.made);
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, places[this.next(places.length)]!)));
    }
    const word = WORDS[this.next(WORDS.length)]!;
    this.written.push(word);
    this.left = `${word} `;
    this.letter();
  }

  private letter(): void {
    type(this.made, this.left[0]!);
    this.left = this.left.slice(1);
  }

  private mayBeginHere(): boolean {
    const { $from, empty } = viewOf(this.made).state.selection;
    return empty && $from.parent.isTextblock && /^$| $/u.test($from.parent.textBetween(0, $from.parentOffset));
  }

  private isAtEnd(): boolean {
    const { $from } = viewOf(this.made).state.selection;
    return $from.parentOffset === $from.parent.content.size;
  }

  private places(): number[] {
    const places: number[] = [];
    viewOf(this.made).state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return;
      const text = node.textContent;
      for (let index = 0; index <= text.length; index += 1) if (index === 0 || text[index - 1] === ' ') places.push(pos + 1 + index);
    });
    return places;
  }
}

const paragraphs = (...texts: string[]): Y.Doc => {
  const made = mountEditor();
  made.editor.replaceBlocks(made.editor.document, texts.map((content) => ({ type: 'paragraph' as const, content })));
  made.unmount();
  return copyOf(made.doc);
};

describe.each([2, 3])('%i people who type near each other over a bad network', (people) => {
  test.each(Array.from({ length: 8 }, (_, index) => index + 1))('have the same in the end, with every word whole (%i)', (seed) => {
    const next = randomly(seed);
    const base = paragraphs('hello ', 'all aaa ', '');
    const writers = Array.from({ length: people }, () => new Writer(mount(copyOf(base)), next));
    const network = new RandomNetwork(writers.map(({ made }) => made.doc), next);
    for (let turn = 0; turn < 250; turn += 1) {
      writers[next(people)]!.turn();
      network.stir();
    }
    for (const writer of writers) writer.finish();
    network.settle();
    for (const { made } of writers) expect(shown(made)).toEqual(shown(writers[0]!.made));
    const words = lines(writers[0]!.made).flatMap((line) => line.split(' ')).filter((word) => word !== '');
    expect(words.sort()).toEqual(['hello', 'all', 'aaa', ...writers.flatMap(({ written }) => written)].sort());
  });
});

describe('who begin at once in an empty block', () => {
  /** A block that somebody has just begun by Enter. */
  const begun = (): Y.Doc => {
    const made = mountEditor();
    type(made, 'x');
    press(made, 'Enter');
    made.editor.removeBlocks([made.editor.document[0]!]);
    made.unmount();
    return copyOf(made.doc);
  };

  test.each(Array.from({ length: 12 }, (_, index) => index))('have all that they wrote in it (%i)', (seed) => {
    const next = randomly(100 + seed);
    const base = seed % 3 === 0 ? undefined : begun();
    const people = ['hello ', 'help ', 'aaa '].map((word) => ({ made: mount(base && copyOf(base)), word, left: word }));
    const network = new RandomNetwork(people.map(({ made }) => made.doc), next);
    for (const { made } of people) made.editor.setTextCursorPosition(made.editor.document[0]!, 'start');
    while (people.some(({ left }) => left !== '')) {
      const one = people[next(people.length)]!;
      type(one.made, one.left.slice(0, 1));
      one.left = one.left.slice(1);
      network.stir();
    }
    network.settle();
    for (const { made } of people) expect(shown(made)).toEqual(shown(people[0]!.made));
    expect(lines(people[0]!.made).join('').split(' ').sort()).toEqual(['', 'aaa', 'hello', 'help']);
  });
});
