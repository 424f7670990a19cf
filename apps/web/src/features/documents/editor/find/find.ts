import { TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getMatchHighlights, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search';
import { yUndoPluginKey } from 'y-prosemirror';
import type { UndoManager } from 'yjs';

export interface Wanted {
  search: string;
  replace: string;
  caseSensitive: boolean;
}

export interface Found {
  count: number;
  /** Place of the selected one, counted from 1; 0 when none is selected. */
  current: number;
}

export const nothingFound: Found = { count: 0, current: 0 };

/** What is marked now. */
export function foundIn(state: EditorState): Found {
  const matches = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  return { count: matches.length, current: matches.findIndex((match) => match.from === from && match.to === to) + 1 };
}

/** Marks what is wanted; an empty text marks nothing. */
export function look(view: EditorView, { search, replace, caseSensitive }: Wanted): void {
  view.dispatch(setSearchState(view.state.tr, new SearchQuery({ search, replace, caseSensitive, literal: true })));
}

/** Selects the first from where one is; goes round at the end. */
export function goFirst(view: EditorView): void {
  const matches = getMatchHighlights(view.state).find();
  const first = matches.find(({ from }) => from >= view.state.selection.from) ?? matches[0];
  if (first) select(view, first);
}

/** Selects the next, or the one before; goes round at the end. */
export function go(view: EditorView, direction: 1 | -1): void {
  const matches = getMatchHighlights(view.state).find();
  const { from, to } = view.state.selection;
  const next = direction === 1 ? (matches.find((match) => match.from >= to && match.to > from) ?? matches[0]) : (matches.findLast((match) => match.to <= from) ?? matches.at(-1));
  if (next) select(view, next);
}

function select(view: EditorView, { from, to }: { from: number; to: number }): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  scrollToSelected(view);
}

/** ProseMirror itself scrolls only while the focus is in the text. */
const scrollToSelected = (view: EditorView): void => view.dom.querySelector('.ProseMirror-active-search-match')?.scrollIntoView({ block: 'nearest' });

/** Replaces the selected one and goes to the next; selects one when none is. */
export function replaceOne(view: EditorView): void {
  replaceNext(view.state, view.dispatch);
  scrollToSelected(view);
}

/** Replaces all of them: one step to take back, with nothing that was written just before. */
export function replaceEvery(view: EditorView): boolean {
  const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager };
  undoManager.stopCapturing();
  const isDone = replaceAll(view.state, view.dispatch);
  undoManager.stopCapturing();
  return isDone;
}
