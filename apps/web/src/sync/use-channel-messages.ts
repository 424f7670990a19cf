import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import type { ChannelMessages } from './types.ts';

/** `around`: a message id from a permalink to open at. Without it: at the unread line, else at the latest. */
export function useChannelMessages(channelId: string, around?: string): ChannelMessages {
  return useMessagesOf(channelId, null, around);
}

/** Of a thread: its replies, and the message that they hang from as `root`. */
export function useMessagesOf(channelId: string, threadId: string | null, around?: string): ChannelMessages {
  const session = useSession();
  const conversation = session.conversation(channelId, threadId);
  useEffect(() => {
    session.visited(channelId, threadId);
    return conversation.enter(around);
  }, [session, conversation, channelId, threadId, around]);
  return useSyncExternalStore(conversation.listeners.subscribe, () => conversation.snapshot);
}
