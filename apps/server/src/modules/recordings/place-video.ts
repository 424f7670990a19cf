import type { RecordingManifest } from '@parvis/sfu-protocol';
import { planCards } from './plan-cards.ts';
import { type Placement, planPicture, type VideoTrack } from './plan-picture.ts';
import type { ReadableTrack } from './probe-track.ts';
import { type Person, renderCard, renderName, type TileSize } from './render-person.ts';

/** By the id that a media host knows them by. */
export type People = ReadonlyMap<string, Person>;

export interface SeenVideo {
  file: string;
  /** Of a track. */
  fromMs?: number;
  isStill: boolean;
  placement: Placement;
  /** Files of the plates with its person's name. */
  names: Partial<Record<TileSize, string>>;
}

/** All that is to be seen: cameras and screens, cards of those without a camera, and names, which are drawn into `folder`. */
export async function placeVideo(readable: readonly ReadableTrack[], { speakers }: RecordingManifest, durationMs: number, people: People, folder: string): Promise<SeenVideo[]> {
  const videos = readable.filter(({ track }) => track.kind === 'video');
  const cards = planCards(readable).filter(({ peerId }) => people.has(peerId));
  const tracks = [...videos.map(toVideoTrack), ...cards];
  const placements = planPicture(tracks, speakers, durationMs);
  const seen: SeenVideo[] = [];
  for (const [index, { peerId }] of tracks.entries()) {
    const placement = placements[index]!;
    if (placement.large.length + placement.small.length === 0) continue;
    const [person, video] = [people.get(peerId), videos[index]];
    const source = video ? { file: video.file, fromMs: video.fromMs } : { file: await renderCard(person!, folder) };
    seen.push({ ...source, isStill: !video, placement, names: person ? await drawNames(person, placement, folder) : {} });
  }
  return seen;
}

async function drawNames(person: Person, placement: Placement, folder: string): Promise<SeenVideo['names']> {
  const sizes = (['large', 'small'] as const).filter((size) => placement[size].length > 0);
  return Object.fromEntries(await Promise.all(sizes.map(async (size) => [size, await renderName(person, size, folder)] as const)));
}

const toVideoTrack = ({ track, spans }: ReadableTrack): VideoTrack => ({ peerId: track.peerId, source: track.source === 'screen' ? 'screen' : 'camera', shown: spans });
