/** From the first millisecond to the one that is no longer in it, since the recording's start. */
export interface Span {
  from: number;
  to: number;
}

export interface VideoTrack {
  peerId: string;
  /** A card stands for a person whose camera is off. */
  source: 'camera' | 'screen' | 'card';
  /** When there is a picture of it. */
  shown: readonly Span[];
}

/** Where a track is to be seen: large, or small in a place of the strip. */
export interface Placement {
  large: Span[];
  small: (Span & { place: number })[];
}

/** Places in the strip. */
export const SMALL_PLACES = 5;
/** Who speaks for less than this is not shown large for it. */
const WORTH_MS = 1_500;

/**
 * What the picture of a recording is made of: a shared screen large when there is one, else whoever
 * speaks; the others small, in the order in which people came: those who spoke last where there isn't
 * room for all, and cameras before cards.
 */
export function planPicture(tracks: readonly VideoTrack[], speakers: readonly { atMs: number; peerId: string | null }[], durationMs: number): Placement[] {
  const placements: Placement[] = tracks.map(() => ({ large: [], small: [] }));
  const spoken = withoutInterjections(speakers);
  const lastSpoke = new Map<string, number>();
  let speaker: string | null = null;
  let large: number | null = null;

  const edges = [0, durationMs, ...tracks.flatMap(({ shown }) => shown.flatMap(({ from, to }) => [from, to])), ...spoken.map(({ atMs }) => atMs)];
  const times = [...new Set(edges)].filter((time) => time >= 0 && time <= durationMs).sort((a, b) => a - b);
  for (const [index, from] of times.slice(0, -1).entries()) {
    const to = times[index + 1]!;
    for (const { atMs, peerId } of spoken) if (atMs === from) speaker = peerId;
    if (speaker !== null) lastSpoke.set(speaker, from);
    const visible = tracks.flatMap((track, at) => (isShown(track, from) ? [at] : []));
    const [screens, faces] = [visible.filter((at) => tracks[at]!.source === 'screen'), visible.filter((at) => tracks[at]!.source !== 'screen')];
    const newestScreen = screens.sort((a, b) => startOf(tracks[b]!, from) - startOf(tracks[a]!, from))[0];
    const speaking = faces.find((at) => tracks[at]!.peerId === speaker);
    const camera = faces.find((at) => tracks[at]!.source === 'camera');
    large = newestScreen ?? speaking ?? (large !== null && faces.includes(large) ? large : (camera ?? faces[0])) ?? null;
    if (large !== null) extend(placements[large]!.large, { from, to });
    const others = faces.filter((at) => at !== large);
    const heard = (at: number) => lastSpoke.get(tracks[at]!.peerId) ?? -1;
    const isCard = (at: number) => Number(tracks[at]!.source === 'card');
    const chosen = new Set([...others].sort((a, b) => heard(b) - heard(a) || isCard(a) - isCard(b) || a - b).slice(0, SMALL_PLACES));
    for (const [place, at] of others.filter((each) => chosen.has(each)).entries()) extend(placements[at]!.small, { from, to, place });
  }
  return placements;
}

function withoutInterjections(speakers: readonly { atMs: number; peerId: string | null }[]): { atMs: number; peerId: string | null }[] {
  const sorted = [...speakers].sort((a, b) => a.atMs - b.atMs);
  return sorted.filter(({ atMs }, index) => (sorted[index + 1]?.atMs ?? Infinity) - atMs >= WORTH_MS);
}

const isShown = ({ shown }: VideoTrack, at: number): boolean => shown.some(({ from, to }) => from <= at && at < to);

const startOf = ({ shown }: VideoTrack, at: number): number => shown.find(({ from, to }) => from <= at && at < to)?.from ?? 0;

function extend<Piece extends Span & { place?: number }>(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.to === piece.from && last.place === piece.place) last.to = piece.to;
  else pieces.push(piece);
}
