import * as Y from 'yjs';

const APPLIED = 'applied-updates';

/** In one transaction, which remembers what it is made of. */
export function applyUpdates(doc: Y.Doc, updates: readonly Uint8Array[], origin: string): void {
  doc.transact((transaction) => {
    transaction.meta.set(APPLIED, updates);
    for (const update of updates) Y.applyUpdate(doc, update, origin);
  }, origin);
}

/**
 * Which letters were deleted by who knew of them: the others went with what holds them. Where nobody can tell, all were.
 */
export function deletedKnowingly(transaction: Y.Transaction): (id: Y.ID) => boolean {
  const updates = transaction.meta.get(APPLIED) as readonly Uint8Array[] | undefined;
  const sets = updates?.map((update) => Y.decodeUpdate(update).ds);
  return (id) => sets === undefined || sets.some((set) => Y.isDeleted(set, id));
}
