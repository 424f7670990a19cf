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
  /** Who shares a screen, in the order that they began. */
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

/** Whose screen is looked at: my choice, else that of who began last. Mine is before me already. */
export const shownShare = ({ sharing, shareOf, meId }: Pick<Scene, 'sharing' | 'shareOf' | 'meId'>): string | undefined =>
  sharing.find((id) => id === shareOf) ?? sharing.findLast((id) => id !== meId);

/** Mine counts more than a host's choice, which counts more than what is shared, which counts more than who speaks. */
function mainOf(scene: Scene): Tile | null {
  const { layout, pinnedId, spotlightId, speakerId, participantIds, meId } = scene;
  if (layout === 'grid') return null;
  const isHere = (id: string | null): id is string => id !== null && participantIds.includes(id);
  if (isHere(pinnedId)) return camera(pinnedId);
  if (isHere(spotlightId)) return camera(spotlightId);
  const share = shownShare(scene);
  if (share !== undefined) return screen(share);
  const others = participantIds.filter((id) => id !== meId);
  if (layout === 'auto' && !isCouple(scene)) return null;
  const speaker = isHere(speakerId) && speakerId !== meId ? speakerId : others[0];
  return speaker === undefined ? null : camera(speaker);
}

/** Two people who talk: each looks at the other. */
const isCouple = ({ participantIds, meId, sharing }: Scene): boolean => participantIds.length === 2 && meId !== null && sharing.length === 0;

/** Who and what is shown, and how large: screens before people, myself last. */
export function arrange(scene: Scene): Arrangement {
  const { participantIds, meId, sharing, layout } = scene;
  const people = [...participantIds.filter((id) => id !== meId), ...participantIds.filter((id) => id === meId)];
  const all = [...sharing.map(screen), ...people.map(camera)];
  const main = mainOf(scene);
  if (main === null) return { main, others: all, beside: 'strip' };
  const others = all.filter((tile) => tileKey(tile) !== tileKey(main));
  if (layout !== 'speaker' && !(layout === 'auto' && isCouple(scene))) return { main, others, beside: 'strip' };
  const [inCorner] = tileKey(main) === tileKey(camera(meId ?? '')) ? people : [meId];
  return { main, others: others.filter(({ participantId, source }) => participantId === inCorner && source === 'camera'), beside: 'corner' };
}
