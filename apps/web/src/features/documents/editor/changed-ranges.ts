import type { Transaction } from '@tiptap/pm/state';

/** What a transaction changed, in positions of the document after it. */
export function changedRanges({ mapping }: Transaction): [from: number, to: number][] {
  return mapping.maps.flatMap((map, index) => {
    const later = mapping.slice(index + 1);
    const ranges: [number, number][] = [];
    map.forEach((_oldFrom, _oldTo, from, to) => ranges.push([later.map(from, -1), later.map(to, 1)]));
    return ranges;
  });
}
