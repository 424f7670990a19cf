/** Places of the same thing in two lists. */
export interface Pair {
  from: number;
  to: number;
}

/**
 * Which of two lists are the same, in an order that both share: first as many as hold the same, then,
 * between these, those that are the same with other content. In O(n log n).
 */
export function aligned<T>(before: readonly T[], after: readonly T[], contentOf: (each: T) => unknown, identityOf: (each: T) => unknown): Pair[] {
  const pairs: Pair[] = [];
  let start: Pair = { from: 0, to: 0 };
  for (const same of [...sharedInOrder(before.map(contentOf), after.map(contentOf)), { from: before.length, to: after.length }]) {
    const between = sharedInOrder(before.slice(start.from, same.from).map(identityOf), after.slice(start.to, same.to).map(identityOf));
    for (const { from, to } of between) pairs.push({ from: start.from + from, to: start.to + to });
    if (same.from < before.length) pairs.push(same);
    start = { from: same.from + 1, to: same.to + 1 };
  }
  return pairs;
}

/** The longest row of equal keys in the order of both; the nth of equal ones in one list goes with the nth in the other. */
function sharedInOrder(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const places = new Map<string, number>();
  for (const [index, key] of numbered(after).entries()) places.set(key, index);
  const shared = numbered(before).flatMap((key, from): Pair[] => {
    const to = places.get(key);
    return to === undefined ? [] : [{ from, to }];
  });
  // Of each length the row whose last place is the first, as indices into `shared`.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, { to }] of shared.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shared[ends[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const row: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) row.push(shared[index]!);
  return row.reverse();
}

function numbered(keys: readonly unknown[]): string[] {
  const seen = new Map<unknown, number>();
  return keys.map((key) => {
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${nth} ${String(key)}`;
  });
}
