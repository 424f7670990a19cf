import { ApiProblem } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';

/** What passes: the media server is being started, a server restarts, too much was asked at once. */
const passing: readonly ErrorCode[] = ['meetings_preparing', 'meetings_unavailable', 'unavailable', 'internal', 'too_many_requests'];
/** My place in the meeting is gone, as after a long sleep: join again. */
const lostPlace: readonly ErrorCode[] = ['not_in_meeting', 'not_found'];

export type Refusal = 'try_again' | 'join_again' | 'ended' | 'final';

/** What a failed call means for my being there. No answer at all passes too. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiProblem) || passing.includes(error.code)) return 'try_again';
  if (error.code === 'meeting_ended') return 'ended';
  return lostPlace.includes(error.code) ? 'join_again' : 'final';
}

export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'network');
