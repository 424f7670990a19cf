import type { RemoteMedia, RemoteTrack } from './types.ts';

type All = Readonly<Record<string, RemoteMedia>>;

const sameTrack = (a: RemoteTrack, b: RemoteTrack): boolean =>
  (Object.keys(a) as (keyof RemoteTrack)[]).every((key) => a[key] === b[key]);

/** The new state, with what did not change as the same objects: only tiles that changed render again. */
export function sameMedia(before: All, next: All): All {
  let changed = Object.keys(before).length !== Object.keys(next).length;
  const merged: Record<string, RemoteMedia> = {};
  for (const [participantId, media] of Object.entries(next)) {
    merged[participantId] = samePerson(before[participantId], media);
    changed ||= merged[participantId] !== before[participantId];
  }
  return changed ? merged : before;
}

function samePerson(before: RemoteMedia | undefined, next: RemoteMedia): RemoteMedia {
  if (before === undefined) return next;
  let changed = Object.keys(before).length !== Object.keys(next).length;
  const merged: Partial<Record<keyof RemoteMedia, RemoteTrack>> = {};
  for (const [source, track] of Object.entries(next) as [keyof RemoteMedia, RemoteTrack][]) {
    const known = before[source];
    merged[source] = known !== undefined && sameTrack(known, track) ? known : track;
    changed ||= merged[source] !== known;
  }
  return changed ? merged : before;
}
