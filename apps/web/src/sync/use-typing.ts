import { typingPlace } from '@parvis/client-sdk';
import { useCallback, useEffect, useMemo } from 'react';
import { useSession } from './session-context.ts';
import type { Typing } from './types.ts';
import { useSelected } from './use-selected.ts';

const TELL_EVERY = 3_000;
const nobody: Readonly<Record<string, number>> = {};

/** In a conversation, or in one of its threads. */
export function useTyping(channelId: string, threadId: string | null = null): Typing {
  const { client, userId } = useSession();
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const read = useCallback(() => client.ephemera.typing[typingPlace(channelId, threadId)] ?? nobody, [client, channelId, threadId]);
  const userIds = useSelected(subscribe, read, (users) => Object.keys(users).filter((id) => id !== userId));

  const teller = useMemo(() => {
    let toldAt: number | null = null;
    return {
      onType: () => {
        const now = Date.now();
        if (toldAt !== null && now - toldAt < TELL_EVERY) return;
        toldAt = now;
        client.type(channelId, true, threadId);
      },
      onStop: () => {
        if (toldAt === null) return;
        toldAt = null;
        client.type(channelId, false, threadId);
      },
    };
  }, [client, channelId, threadId]);
  useEffect(() => teller.onStop, [teller]);
  return useMemo(() => ({ userIds, ...teller }), [userIds, teller]);
}
