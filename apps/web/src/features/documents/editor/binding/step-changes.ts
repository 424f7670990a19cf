import { Mapping } from '@tiptap/pm/transform';
import type { StepMap } from '@tiptap/pm/transform';

/** One place that was replaced, in positions of the document before and after; between two of them nothing changed but marks. */
export interface StepChange {
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
}

/** What steps replaced together, in order, none of it touching the next. */
export function stepChanges(maps: readonly StepMap[]): StepChange[] {
  const found: StepChange[] = [];
  maps.forEach((map, index) => {
    const back = new Mapping(maps.slice(0, index)).invert();
    const later = new Mapping(maps.slice(index + 1));
    map.forEach((from, to, newFrom, newTo) => {
      found.push({ from: back.map(from, -1), to: back.map(to, 1), newFrom: later.map(newFrom, -1), newTo: later.map(newTo, 1) });
    });
  });
  found.sort((a, b) => a.from - b.from || a.newFrom - b.newFrom);
  const merged: StepChange[] = [];
  for (const each of found) {
    const last = merged.at(-1);
    if (last && (each.from <= last.to || each.newFrom <= last.newTo)) {
      last.to = Math.max(last.to, each.to);
      last.newTo = Math.max(last.newTo, each.newTo);
    } else merged.push({ ...each });
  }
  return merged;
}
