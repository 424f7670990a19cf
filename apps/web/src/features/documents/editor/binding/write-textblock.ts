import type { Mark, Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { BindingMemory } from './narrow-update.ts';
import type { StepChange } from './step-changes.ts';
import { textEdits } from './text-edits.ts';

type Attributes = Record<string, unknown>;

/** The letters between two other nodes of a block, or before the first or behind the last of them; perhaps none. */
interface Run {
  texts: readonly Node[];
  /** From the beginning of the block. */
  offset: number;
}

/**
 * Writes what was typed in a block, letter for letter where it was typed. False, and nothing is written, when
 * more changed than its text.
 */
export function writeTextblock(element: Y.XmlElement, before: Node, after: Node, start: { from: number; newFrom: number }, changes: readonly StepChange[], { mapping }: BindingMemory): boolean {
  const [old, now] = [runsOf(before), runsOf(after)];
  const held = heldRuns(element);
  if (old.others.length !== now.others.length || held?.length !== now.runs.length || old.others.some((node, index) => node !== now.others[index])) return false;
  if (!now.runs.every(({ texts }) => texts.every(({ marks }) => marks.every(isAlone)))) return false;
  const written = old.runs.map((run) => textOf(run));
  if (held.some(({ texts }, index) => texts.map(lettersOf).join('') !== written[index])) return false;
  // From the end: an index of what is held stays true.
  for (const [index, run] of [...now.runs.entries()].reverse()) {
    const was = old.runs[index]!;
    if (run.texts.length === was.texts.length && run.texts.every((node, at) => node === was.texts[at])) continue;
    const texts = held[index]!.texts;
    if (texts.length === 0) {
      texts.push(new Y.XmlText());
      element.insert(held[index]!.at, texts);
    }
    const edits = textEdits(written[index]!, textOf(run), { from: start.from + was.offset, newFrom: start.newFrom + run.offset }, changes);
    let moved = edits.reduce((sum, { remove, insert }) => sum + insert.length - remove, 0);
    for (const { at, remove, insert } of edits.reverse()) {
      moved -= insert.length - remove;
      removeLetters(texts, at, remove);
      insertLetters(texts, at, pieces(run, at + moved, insert.length));
    }
    format(texts, run);
    for (const text of texts) mapping.delete(text);
  }
  mapping.set(element, after);
  return true;
}

function runsOf(block: Node): { runs: Run[]; others: Node[] } {
  const runs: { texts: Node[]; offset: number }[] = [{ texts: [], offset: 0 }];
  const others: Node[] = [];
  block.forEach((node, offset) => {
    if (node.isText) runs.at(-1)!.texts.push(node);
    else {
      others.push(node);
      runs.push({ texts: [], offset: offset + node.nodeSize });
    }
  });
  return { runs, others };
}

/** The same of what the Y.Doc holds, with the index at which each begins. Two who write the first words of a block at once make a text each. */
function heldRuns(element: Y.XmlElement): { texts: Y.XmlText[]; at: number }[] | null {
  const runs: { texts: Y.XmlText[]; at: number }[] = [{ texts: [], at: 0 }];
  let index = 0;
  for (const child of element.toArray()) {
    index += 1;
    if (child instanceof Y.XmlText) runs.at(-1)!.texts.push(child);
    else if (child instanceof Y.XmlElement) runs.push({ texts: [], at: index });
    else return null;
  }
  return runs;
}

const textOf = ({ texts }: Run): string => texts.map(({ text }) => text).join('');

interface Piece {
  insert: string;
  attributes?: Attributes;
}
const piecesOf = (text: Y.XmlText): Piece[] => text.toDelta() as Piece[];
const lettersOf = (text: Y.XmlText): string => piecesOf(text).map(({ insert }) => insert).join('');

/** Marks that may stand beside themselves have other names in the Y.Doc. */
const isAlone = ({ type }: Mark): boolean => type.excludes(type);
const attributesOf = (marks: readonly Mark[]): Attributes => Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));

/** Some letters of a run, cut where their marks differ. */
function pieces({ texts }: Run, from: number, length: number): Required<Piece>[] {
  const found: Required<Piece>[] = [];
  let offset = 0;
  for (const { text = '', marks } of texts) {
    const insert = text.slice(Math.max(0, from - offset), Math.max(0, from + length - offset));
    if (insert !== '') found.push({ insert, attributes: attributesOf(marks) });
    offset += text.length;
  }
  return found;
}

function removeLetters(texts: readonly Y.XmlText[], at: number, count: number): void {
  let [index, left] = [at, count];
  for (const text of texts) {
    const { length } = text;
    const here = Math.min(left, Math.max(0, length - index));
    if (here > 0) text.delete(index, here);
    left -= here;
    index = Math.max(0, index - length);
  }
}

/** Behind the letter before them. */
function insertLetters(texts: readonly Y.XmlText[], at: number, inserted: readonly Required<Piece>[]): void {
  let index = at;
  const text = texts.find(({ length }) => {
    if (index <= length) return true;
    index -= length;
    return false;
  });
  for (const { insert, attributes } of inserted) {
    text?.insert(index, insert, attributes);
    index += insert.length;
  }
}

/** Gives each letter the marks that it is shown with. */
function format(texts: readonly Y.XmlText[], run: Run): void {
  let offset = 0;
  for (const text of texts) {
    const held = piecesOf(text);
    const shown = pieces(run, offset, text.length);
    offset += text.length;
    const none = Object.fromEntries(held.flatMap(({ attributes = {} }) => Object.keys(attributes)).map((name) => [name, null]));
    if (Object.keys(none).length === 0 && shown.every(({ attributes }) => Object.keys(attributes).length === 0)) continue;
    text.applyDelta(shown.map(({ insert, attributes }) => ({ retain: insert.length, attributes: { ...none, ...attributes } })));
  }
}
