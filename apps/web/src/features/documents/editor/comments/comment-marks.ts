import { createExtension } from '@blocknote/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from 'y-prosemirror';
import { type CommentMark, rangeOf } from './anchors.ts';

interface Marks {
  marks: readonly CommentMark[];
  active: string | null;
  shown: DecorationSet;
  /** Whoever is told of a mark that was clicked; the same set as long as the editor lives. */
  listeners: Set<(id: string) => void>;
}
type Wanted = Pick<Marks, 'marks' | 'active'>;

const key = new PluginKey<Marks>('documentComments');
/** Milliseconds of calm until marks are looked for anew: words that were deleted may be back. */
const CALM = 700;

/** Marks the words that comments are about. Marks move with the text, and are no part of it. */
export const CommentMarksExtension = createExtension(() => ({
  key: 'commentMarks',
  prosemirrorPlugins: [
    new Plugin<Marks>({
      key,
      state: {
        init: () => ({ marks: [], active: null, shown: DecorationSet.empty, listeners: new Set() }),
        apply: (transaction, before, state) => {
          const wanted = transaction.getMeta(key) as Wanted | undefined;
          if (wanted) return { ...before, ...wanted, shown: DecorationSet.create(transaction.doc, decorationsOf(state, transaction.doc, wanted)) };
          return transaction.docChanged ? { ...before, shown: moved(before, transaction, state) } : before;
        },
      },
      props: {
        decorations: (state) => key.getState(state)?.shown,
        handleClick: (view, position) => {
          // The innermost one, where several meet.
          const id = idsAt(view.state, position).at(-1);
          if (id !== undefined) for (const listener of key.getState(view.state)?.listeners ?? []) listener(id);
          return false;
        },
      },
      view: () => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        return {
          update: (view, before) => {
            if (view.state.doc === before.doc || key.getState(view.state)?.marks.length === 0) return;
            clearTimeout(timer);
            timer = setTimeout(() => view.dispatch(again(view.state)), CALM);
          },
          destroy: () => clearTimeout(timer),
        };
      },
    }),
  ],
}));

function decorationsOf(state: EditorState, doc: Node, { marks, active }: Wanted): Decoration[] {
  return marks.flatMap(({ id, anchor }) => {
    const range = rangeOf(state, doc, anchor);
    if (range === null) return [];
    return [Decoration.inline(range.from, range.to, { class: 'pv-comment-mark', 'data-comment': id, ...(id === active && { 'data-active': 'true' }) }, { id })];
  });
}

/** What others write comes as the whole block, anew: the marks in it are found again by their anchors, and only these. */
function moved({ marks, active, shown }: Marks, transaction: Transaction, state: EditorState): DecorationSet {
  const mapped = shown.map(transaction.mapping, transaction.doc);
  if (!isRemote(transaction)) return mapped;
  const left = new Set(mapped.find().map(idOf));
  const lost = shown.find().map(idOf).filter((id) => !left.has(id));
  if (lost.length === 0) return mapped;
  return mapped.add(transaction.doc, decorationsOf(state, transaction.doc, { marks: marks.filter(({ id }) => lost.includes(id)), active }));
}

const isRemote = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

function again(state: EditorState): Transaction {
  const { marks = [], active = null } = key.getState(state) ?? {};
  return mark(state, { marks, active });
}

const mark = (state: EditorState, wanted: Wanted): Transaction => state.tr.setMeta(key, wanted).setMeta('addToHistory', false);
const idOf = (decoration: Decoration): string => (decoration.spec as { id: string }).id;
const idsAt = (state: EditorState, position: number): string[] => (key.getState(state)?.shown.find(position, position) ?? []).sort((a, b) => a.from - b.from || b.to - a.to).map(idOf);

export const showMarks = (view: EditorView, wanted: Wanted): void => view.dispatch(mark(view.state, wanted));

/** Where each mark begins, of those whose words are there. */
export const placesOf = (state: EditorState): Map<string, number> => new Map((key.getState(state)?.shown.find() ?? []).map((decoration) => [idOf(decoration), decoration.from]));

export function onMarkClick({ state }: EditorView, listener: (id: string) => void): () => void {
  const listeners = key.getState(state)?.listeners;
  listeners?.add(listener);
  return () => listeners?.delete(listener);
}

/** False when its words are gone. */
export function scrollToMark(view: EditorView, id: string): boolean {
  const place = placesOf(view.state).get(id);
  if (place === undefined) return false;
  const { node } = view.domAtPos(place);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  return true;
}
