import type { Presence } from '@parvis/contracts';
import { useCallback, useEffect } from 'react';
import { useSession } from './session-context.ts';
import { useSelected } from './use-selected.ts';

/** Follows these people's presence while mounted; missing: not known yet. */
export function usePresence(userIds: readonly string[]): Readonly<Record<string, Presence>> {
  const { client, presence } = useSession();
  const key = userIds.join();
  useEffect(() => presence.follow(key === '' ? [] : key.split(',')), [presence, key]);
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const read = useCallback(() => client.ephemera.presence, [client]);
  return useSelected(subscribe, read, (all) => {
    const known = userIds.filter((userId) => all[userId] !== undefined);
    return Object.fromEntries(known.map((userId) => [userId, all[userId]!]));
  });
}
