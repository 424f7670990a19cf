import type { Layout } from './stage-choice.ts';

export interface Tile {
  readonly participantId: string;
  readonly source: 'camera' | 'screen';
}

export const tileKey = ({ participantId, source }: Tile): string => `${source} ${participantId}`;

/** What the stage is made of. Ids are of participants. */
export interface Scene {
  /** In order of coming, me included. */
  readonly participantIds: readonly string[];
  readonly meId: string | null;
  /** Who shares a screen, in order of coming. */
  readonly sharing: readonly string[];
  readonly shareOf: string | null;
  readonly pinnedId: string | null;
  readonly spotlightId: string | null;
  readonly speakerId: string | null;
  readonly layout: Layout;
}

export interface Arrangement {
  /** Shown large; null: all are of one size. */
  readonly main: Tile | null;
  readonly others: readonly Tile[];
  /** Beside the large one: all others, or only myself in a corner. */
  readonly beside: 'strip' | 'corner';
}

const camera = (participantId: string): Tile => ({ participantId, source: 'camera' });
const screen = (participantId: string): Tile => ({ participantId, source: 'screen' });

/** Mine counts more than a host's choice, which counts more than what is shared, which counts more than who speaks. */
function mainOf(scene: Scene): Tile | null {
  const { layout, sharing, shareOf, pinnedId, spotlightId, speakerId, participantIds, meId } = scene;
  if (layout === 'grid') return null;
  const isHere = (id: string | null): id is string => id !== null && participantIds.includes(id);
  if (isHere(pinnedId)) return camera(pinnedId);
  if (isHere(spotlightId)) return camera(spotlightId);
  const share = sharing.find((id) => id === shareOf) ?? sharing[0];
  if (share !== undefined) return screen(share);
  if (layout === 'auto') return null;
  const others = participantIds.filter((id) => id !== meId);
  const speaker = isHere(speakerId) && speakerId !== meId ? speakerId : others[0];
  return speaker === undefined ? null : camera(speaker);
}

/** Who and what is shown, and how large: screens before people, myself last. */
export function arrange(scene: Scene): Arrangement {
  const { participantIds, meId, sharing, layout } = scene;
  const people = [...participantIds.filter((id) => id !== meId), ...participantIds.filter((id) => id === meId)];
  const all = [...sharing.map(screen), ...people.map(camera)];
  const main = mainOf(scene);
  if (main === null) return { main, others: all, beside: 'strip' };
  const others = all.filter((tile) => tileKey(tile) !== tileKey(main));
  if (layout !== 'speaker') return { main, others, beside: 'strip' };
  return { main, others: others.filter(({ participantId, source }) => participantId === meId && source === 'camera'), beside: 'corner' };
}
