import type { Presence, User } from '@parvis/contracts';
import type { PresenceState } from '@parvis/ui';
import { useRunning } from './use-running.ts';

/** Presence as its dot shows it: who is there but wants no notifications has a dot of its own. */
export function useShownPresence(user: User | undefined, presence: Presence | undefined): PresenceState | undefined {
  const until = user?.doNotDisturbUntil ?? null;
  const resting = useRunning(until) && until !== null;
  return resting && presence !== undefined && presence !== 'offline' ? 'dnd' : presence;
}
