import type { Meeting } from '@parvis/contracts';
import type { LeftBecause } from '../engine/index.ts';

/** A call of mine that was declined, or ended, before I was in it myself. */
export const isCallInVain = (because: LeftBecause, meeting: Pick<Meeting, 'kind' | 'createdBy'> | undefined, userId: string): boolean =>
  because === 'ended' && meeting?.kind === 'call' && meeting.createdBy === userId;
