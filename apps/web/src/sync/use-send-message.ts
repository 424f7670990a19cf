import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { samePending, toPending } from './pending-messages.ts';
import { useSession } from './session-context.ts';
import type { MessageSender, PendingMessage } from './types.ts';

export function useSendMessage(channelId: string): MessageSender {
  const session = useSession();
  return useMemo(() => ({
    send: async (message) => {
      await session.outbox.enqueue(channelId, message);
      // The row is shown at the end of the latest page, which may have to be loaded first.
      const threadId = message.extras?.threadId ?? null;
      void session.conversation(channelId, threadId).actions.jumpToLatest();
    },
    retry: (clientId) => session.outbox.retry(clientId),
    discard: (clientId) => session.outbox.discard(clientId),
  }), [session, channelId]);
}

/** Messages of all channels that the server refused. */
export function useFailedMessages(): readonly PendingMessage[] {
  const { outbox, outboxListeners } = useSession();
  const last = useRef<readonly PendingMessage[]>([]);
  const read = useCallback(() => {
    const failed = outbox.entries.filter((entry) => entry.failed !== null).map((entry) => toPending(outbox, entry));
    if (!samePending(failed, last.current)) last.current = failed;
    return last.current;
  }, [outbox]);
  return useSyncExternalStore(outboxListeners.subscribe, read);
}
