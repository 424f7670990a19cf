import type { ConnectionQuality } from '@parvis/contracts';
import type { MediaWay } from '../engine/types.ts';

/** 1 to 3: bad to good. 0: nothing gets through. `looking`: not yet, or not any more, and tried. `unknown`: nothing was measured. */
export type ConnectionLevel = 0 | 1 | 2 | 3 | 'looking' | 'unknown';

interface OwnConnection {
  way: MediaWay;
  /** It was tried for long enough to be sure that there is no way. */
  unreachable: boolean;
  quality: Pick<ConnectionQuality, 'loss' | 'rtt'> | null;
}

/** Of mine. Loss is a percentage. */
export function ownLevel({ way, unreachable, quality }: OwnConnection): ConnectionLevel {
  if (unreachable) return 0;
  if (way === 'looking') return 'looking';
  if (quality === null) return 'unknown';
  // Who gets nothing loses nothing: that answers come is all that is known then.
  const { loss, rtt } = quality;
  if (loss === null) return rtt === null ? 'unknown' : 3;
  return loss < 2 ? 3 : loss < 8 ? 2 : 1;
}

interface TheirConnection {
  /** The server gets nothing of theirs. */
  away: boolean;
  /** Of what arrives of them here, 0 to 10; null: nothing does, or nothing is known. */
  score: number | null;
  /** What arrives of others says nothing while nothing arrives. */
  own: OwnConnection;
}

/** Of somebody else's media as it arrives here. */
export function theirLevel({ away, score, own }: TheirConnection): ConnectionLevel {
  if (away || own.unreachable) return 0;
  if (own.way === 'looking') return 'looking';
  if (score === null) return 'unknown';
  return score >= 8 ? 3 : score >= 4 ? 2 : score > 0 ? 1 : 0;
}
