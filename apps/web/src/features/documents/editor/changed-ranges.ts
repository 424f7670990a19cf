import type { Transaction } from '@tiptap/pm/state';
import { AttrStep } from '@tiptap/pm/transform';

/** What a transaction changed, in positions of the document after it: also nodes of which only an attribute changed. */
export function changedRanges({ mapping, steps }: Transaction): [from: number, to: number][] {
  return steps.flatMap((step, index) => {
    const later = mapping.slice(index + 1);
    if (step instanceof AttrStep) {
      const at = later.map(step.pos);
      return [[at, at + 1]];
    }
    const ranges: [number, number][] = [];
    step.getMap().forEach((_oldFrom, _oldTo, from, to) => ranges.push([later.map(from, -1), later.map(to, 1)]));
    return ranges;
  });
}
