import { useCallback, useEffect } from 'react';
import { useSession } from './session-context.ts';
import { useSelected } from './use-selected.ts';

/** Whether somebody is in a meeting, whatever they are else; follows it while mounted. Null: nobody. */
export function useInMeeting(userId: string | null): boolean {
  const { client, presence } = useSession();
  useEffect(() => presence.follow(userId === null ? [] : [userId]), [presence, userId]);
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const read = useCallback(() => client.ephemera.inMeeting, [client]);
  return useSelected(subscribe, read, (all) => userId !== null && (all[userId] ?? false));
}
