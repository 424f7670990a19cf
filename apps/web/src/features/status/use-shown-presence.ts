import type { Presence, User } from '@parvis/contracts';
import type { PresenceState } from '@parvis/ui';
import { useInMeeting } from '../../sync/index.ts';
import { useRunning } from './use-running.ts';

/** Presence as its dot shows it: who is there but wants no notifications has a dot of its own, and so has who is in a meeting. */
export function useShownPresence(user: User | undefined, presence: Presence | undefined): PresenceState | undefined {
  const until = user?.doNotDisturbUntil ?? null;
  const resting = useRunning(until) && until !== null;
  // Only of who is shown with a dot: each one followed is asked for.
  const meets = useInMeeting(user !== undefined && presence !== undefined ? user.id : null);
  if (meets && !resting && presence !== 'offline') return 'meeting';
  return resting && presence !== undefined && presence !== 'offline' ? 'dnd' : presence;
}
