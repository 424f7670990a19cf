import * as Y from 'yjs';
import { deletedKnowingly } from '../../../../sync/documents/apply-updates.ts';

/** One letter of a text, before and after somebody else's change. */
interface Letter {
  id: Y.ID;
  letter: string;
  /** The change deleted it. */
  gone: boolean;
}

/** A text whose letters somebody else moved: deleted here, and written anew elsewhere. */
export interface MovedText {
  /** Where a letter of it, by its key, is now. */
  places: ReadonlyMap<string, Y.ID>;
  /** Letters of this client that the other did not know of: they stay behind, or went with the block. */
  left: { id: Y.ID; letter: string; behind: Y.ID | null }[];
  /** Where the first of the moved letters is now. */
  first: Y.ID;
}

export const keyOf = ({ client, clock }: Y.ID): string => `${client} ${clock}`;

/**
 * What a change of somebody else did to a text: a block was split, joined with another, indented or dragged. To
 * Yjs that is letters deleted and others written, and what this client typed there meanwhile is not among them.
 */
export function movedText(text: Y.XmlText, transaction: Y.Transaction): MovedText | null {
  const own = transaction.doc.clientID;
  const letters = lettersOf(text, transaction);
  const from = letters.findIndex(({ gone }) => gone);
  if (from < 0) return null;
  const copies = copiesIn(transaction);
  if (text._item?.deleted !== true) {
    // Split: all from there on went into a new block but what the other did not know of.
    const tail = letters.slice(from);
    const moved = tail.filter(({ gone }) => gone);
    if (tail.some(({ gone, id }) => !gone && id.client !== own)) return null;
    const copy = copies.find(({ isNew, letters: copied }) => isNew && startsWith(copied, moved));
    return copy ? pair(tail, moved, copy.letters) : null;
  }
  const wasKnown = deletedKnowingly(transaction);
  const all = letters.filter(({ gone }) => gone);
  const moved = all.filter(({ id }) => id.client !== own || wasKnown(id));
  if (moved.length === 0) return null;
  for (const { letters: copied } of copies) {
    const at = startOf(copied, moved);
    if (at >= 0) return pair(all, moved, copied.slice(at));
  }
  return null;
}

function pair(all: readonly Letter[], moved: readonly Letter[], copied: readonly Letter[]): MovedText {
  const places = new Map(moved.map(({ id }, index) => [keyOf(id), copied[index]!.id]));
  const left: MovedText['left'] = [];
  let behind: Y.ID | null = null;
  for (const { id, letter } of all) {
    const place = places.get(keyOf(id));
    if (place) behind = place;
    else left.push({ id, letter, behind });
  }
  return { places, left, first: copied[0]!.id };
}

function lettersOf(text: Y.XmlText, transaction: Y.Transaction): Letter[] {
  const letters: Letter[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const gone = item.deleted;
    if (gone && !Y.isDeleted(transaction.deleteSet, item.id)) continue;
    spell(item, item.content.str, gone, letters);
  }
  return letters;
}

function spell({ id }: Y.Item, str: string, gone: boolean, into: Letter[]): void {
  for (let offset = 0; offset < str.length; offset += 1) into.push({ id: Y.createID(id.client, id.clock + offset), letter: str[offset]!, gone });
}

/** The letters that others wrote in this change, by the text in which they are, as they were written. */
function copiesIn({ doc, beforeState, afterState }: Y.Transaction): { isNew: boolean; letters: Letter[] }[] {
  const byText = new Map<Y.XmlText, Letter[]>();
  const isNew = ({ client, clock }: Y.ID) => clock >= (beforeState.get(client) ?? 0);
  for (const [client, end] of afterState) {
    if (client === doc.clientID || end <= (beforeState.get(client) ?? 0)) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, beforeState.get(client) ?? 0); index < structs.length; index += 1) {
      const item = structs[index]!;
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString) || !(item.parent instanceof Y.XmlText)) continue;
      const letters = byText.get(item.parent) ?? [];
      byText.set(item.parent, letters);
      spell(item, item.content.str, false, letters);
    }
  }
  return [...byText].map(([text, letters]) => ({ isNew: text._item !== null && isNew(text._item.id), letters }));
}

const startsWith = (letters: readonly Letter[], start: readonly Letter[]): boolean => start.length <= letters.length && start.every(({ letter }, index) => letters[index]!.letter === letter);

/** A letter or two stand in many places: they must be all. */
function startOf(letters: readonly Letter[], part: readonly Letter[]): number {
  if (part.length < 3) return letters.length === part.length && startsWith(letters, part) ? 0 : -1;
  return letters.map(({ letter }) => letter).join('').indexOf(part.map(({ letter }) => letter).join(''));
}
