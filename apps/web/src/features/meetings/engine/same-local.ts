import type { MediaSource } from '@parvis/contracts';
import type { LocalMedia } from './types.ts';

/** As before where nothing changed, so that nobody renders for it. */
export function sameLocal(before: LocalMedia, next: LocalMedia): LocalMedia {
  const sources = Object.keys(next) as MediaSource[];
  const same = (source: MediaSource) => {
    const [a, b] = [before[source], next[source]];
    return a.state === b.state && a.problem === b.problem && a.track === b.track;
  };
  if (sources.every(same)) return before;
  return Object.fromEntries(sources.map((source) => [source, same(source) ? before[source] : next[source]])) as unknown as LocalMedia;
}
