import type { Levels } from './types.ts';

/** Below this nobody is heard, from there on it is loud. dBov (RFC 6464 has the same scale). */
const QUIET = -60;
const LOUD = -15;

/** Loudness from 0 to 1; those that are not named are silent. */
export const loudness = (levels: readonly { participantId: string; volume: number }[]): Levels =>
  Object.fromEntries(levels.map(({ participantId, volume }) => [participantId, Math.min(1, Math.max(0, (volume - QUIET) / (LOUD - QUIET)))]));
