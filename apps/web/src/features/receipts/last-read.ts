/** A message as far as receipts go. */
interface Read {
  id: string;
  seq: number;
  authorId: string;
}

/**
 * Below which message each reader's mark stands: the last one that they read. None where that is their
 * own: that they wrote it says more.
 */
export function lastRead(messages: readonly Read[], receipts: Readonly<Record<string, number>>): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const userId of Object.keys(receipts).sort()) {
    const last = messages.findLast(({ seq }) => seq <= receipts[userId]!);
    if (last === undefined || last.authorId === userId) continue;
    readers.set(last.id, [...(readers.get(last.id) ?? []), userId]);
  }
  return readers;
}
