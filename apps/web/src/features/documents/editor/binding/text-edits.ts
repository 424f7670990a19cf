import { simpleDiffString } from 'lib0/diff';
import type { StepChange } from './step-changes.ts';

/** Letters of a text that others take the place of; in order, each counted in the text before all of them. */
export interface TextEdit {
  at: number;
  remove: number;
  insert: string;
}

export interface TextPlace {
  /** Position of the first letter, in the document before and after. */
  from: number;
  newFrom: number;
}

/**
 * How one text became another. By what the steps say where they do: of letters that are alike, a comparison
 * of the texts can't tell which one was typed, and somebody else may have written the other.
 */
export function textEdits(before: string, after: string, { from, newFrom }: TextPlace, changes: readonly StepChange[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const [start, end] = [change.from - from, change.to - from];
    const [newStart, newEnd] = [change.newFrom - newFrom, change.newTo - newFrom];
    if (end < 0 || start > before.length) continue;
    if (start < 0 || end > before.length || newStart < 0 || newEnd > after.length) return [whole(before, after)];
    const { index, remove, insert } = simpleDiffString(before.slice(start, end), after.slice(newStart, newEnd));
    if (remove > 0 || insert !== '') edits.push({ at: start + index, remove, insert });
  }
  return applied(before, edits) === after ? edits : [whole(before, after)];
}

function whole(before: string, after: string): TextEdit {
  const { index, remove, insert } = simpleDiffString(before, after);
  return { at: index, remove, insert };
}

function applied(before: string, edits: readonly TextEdit[]): string {
  let [text, done] = ['', 0];
  for (const { at, remove, insert } of edits) {
    text += before.slice(done, at) + insert;
    done = at + remove;
  }
  return text + before.slice(done);
}
