import type { JoinOptions } from './engine/types.ts';

let wanted: JoinOptions | null = null;

/** Who calls, accepts a call or came by a link has chosen already: the meeting's page joins at once. */
export const intendToJoin = (options: JoinOptions): void => { wanted = options; };

/** Once: coming back to the page asks again. */
export function takeJoinIntent(meetingId: string): JoinOptions | null {
  const intent = wanted?.meetingId === meetingId ? wanted : null;
  if (intent !== null) wanted = null;
  return intent;
}
