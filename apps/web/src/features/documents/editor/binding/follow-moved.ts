import type { ProsemirrorBinding } from 'y-prosemirror';
import * as Y from 'yjs';
import { keyOf, movedText } from './moved-text.ts';
import type { MovedText } from './moved-text.ts';

/** Of what is written for letters that were left: nobody takes it back by undoing. */
const FOLLOWED = 'followed';

/**
 * Where somebody else splits, joins or moves the block in which this person writes, the cursor goes along with the
 * letters, and what was typed meanwhile is brought after them. Returns what ends it.
 */
export function followMoved(binding: ProsemirrorBinding): () => void {
  const { doc } = binding;
  const onChange = (transaction: Y.Transaction) => {
    if (transaction.local) return;
    const place = binding.beforeTransactionSelection?.head as Y.RelativePosition | null | undefined;
    for (const text of touchedTexts(transaction)) {
      const moved = movedText(text, transaction);
      if (!moved) continue;
      const at = place && isIn(text, place) ? { left: place.item } : null;
      const carry = () => {
        const last = bring(doc, text, moved, at?.left ?? null);
        if (at && last) setPlace(binding, last);
      };
      if (at) setPlace(binding, placeOf(moved, at.left));
      if (moved.left.length > 0) doc.once('afterTransaction', () => { doc.transact(carry, FOLLOWED); });
    }
  };
  doc.on('beforeObserverCalls', onChange);
  return () => {
    doc.off('beforeObserverCalls', onChange);
  };
}

/** In which letters were deleted. */
function touchedTexts(transaction: Y.Transaction): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText) texts.add(struct.parent);
  });
  return texts;
}

function isIn(text: Y.XmlText, { item, type }: Y.RelativePosition): boolean {
  if (item) return Y.getItem(text.doc!.store, item).parent === text;
  return type !== null && text._item !== null && Y.compareIDs(type, text._item.id);
}

/** Behind the same letter as before; null: the cursor is before what was moved. */
function placeOf({ places, left, first }: MovedText, letter: Y.ID | null): Y.RelativePosition | null {
  if (letter === null) return null;
  const place = places.get(keyOf(letter));
  if (place) return new Y.RelativePosition(null, null, place, -1);
  const mine = left.find(({ id }) => Y.compareIDs(id, letter));
  if (!mine) return null;
  return mine.behind ? new Y.RelativePosition(null, null, mine.behind, -1) : new Y.RelativePosition(null, null, first, 0);
}

function setPlace(binding: ProsemirrorBinding, place: Y.RelativePosition | null): void {
  const selection = binding.beforeTransactionSelection;
  if (selection && place) binding.beforeTransactionSelection = { ...selection, anchor: place, head: place };
}

/** Writes the letters that were left where those before them are now; returns the place behind one of them. */
function bring(doc: Y.Doc, text: Y.XmlText, { left, first }: MovedText, cursor: Y.ID | null): Y.RelativePosition | null {
  const positionOf = (id: Y.ID, assoc: number) => Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, id, assoc), doc);
  if (text._item?.deleted !== true) {
    for (const { id } of left) {
      const at = positionOf(id, 0);
      if (at) text.delete(at.index, 1);
    }
  }
  let place: Y.RelativePosition | null = null;
  // Behind the same letter from the end, and before the first one from the beginning, so that they end up in their order.
  const ordered = [...left.filter(({ behind }) => behind !== null).reverse(), ...left.filter(({ behind }) => behind === null)];
  for (const { id, letter, behind } of ordered) {
    const at = behind ? positionOf(behind, -1) : positionOf(first, 0);
    if (!(at?.type instanceof Y.XmlText)) continue;
    at.type.insert(at.index, letter);
    if (cursor && Y.compareIDs(id, cursor)) place = Y.createRelativePositionFromTypeIndex(at.type, at.index + 1, -1);
  }
  return place;
}
