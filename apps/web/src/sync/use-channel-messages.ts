import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import type { ChannelMessages } from './types.ts';

/** `around`: a message id from a permalink to open at. Without it: at the unread line, else at the latest. */
export function useChannelMessages(channelId: string, around?: string): ChannelMessages {
  const session = useSession();
  const conversation = session.conversation(channelId);
  useEffect(() => {
    session.visited(channelId);
    return conversation.enter(around);
  }, [session, conversation, channelId, around]);
  return useSyncExternalStore(conversation.listeners.subscribe, () => conversation.snapshot);
}
