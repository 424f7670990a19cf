import type { RecordedTrack } from '@parvis/sfu-protocol';
import type { Span, VideoTrack } from './plan-picture.ts';

/** A camera that is off for less is not worth a card in between. Milliseconds. */
const WORTH_MS = 1_500;

interface KnownTrack {
  track: Pick<RecordedTrack, 'peerId' | 'source'>;
  spans: readonly Span[];
}

/** What is to be seen of people while they are there, by their sound or their camera, and their camera is off: one card each. */
export function planCards(tracks: readonly KnownTrack[]): VideoTrack[] {
  return [...Map.groupBy(tracks, ({ track }) => track.peerId)].flatMap(([peerId, own]) => {
    const there = own.flatMap(({ track, spans }) => (track.source === 'camera' || track.source === 'microphone' ? spans : []));
    if (there.length === 0) return [];
    const cameras = own.filter(({ track }) => track.source === 'camera').flatMap(({ spans }) => spans).sort((a, b) => a.from - b.from);
    const shown = without({ from: Math.min(...there.map(({ from }) => from)), to: Math.max(...there.map(({ to }) => to)) }, cameras);
    return shown.length > 0 ? [{ peerId, source: 'card' as const, shown }] : [];
  });
}

function without({ from, to }: Span, cut: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const span of [...cut, { from: to, to }]) {
    if (span.from - at >= WORTH_MS) left.push({ from: at, to: span.from });
    at = Math.max(at, span.to);
  }
  return left;
}
