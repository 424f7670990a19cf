import { applyAnswer, type ThreadEntry, type WorkspaceState } from '@parvis/client-sdk';
import type { Message, RouteOutput, ThreadSummary } from '@parvis/contracts';
import { useMemo } from 'react';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

export type ThreadPage = RouteOutput<'listThreads'>;

export interface ThreadActions {
  follow(message: Pick<Message, 'id' | 'channelId'>): Promise<ThreadSummary>;
  unfollow(message: Pick<Message, 'id' | 'channelId'>): Promise<void>;
  /** Unread from this reply on; stays so until the thread is left and opened again. */
  markUnread(reply: Message): Promise<void>;
  /** To its newest reply. */
  markRead(root: Pick<Message, 'id' | 'channelId'>, summary: Pick<ThreadSummary, 'lastReplySeq'>): Promise<void>;
  markAllRead(): Promise<void>;
  list(query: { filter: 'all' | 'unread'; cursor?: string }, signal?: AbortSignal): Promise<ThreadPage>;
}

/** Undefined when I don't follow it. */
export const useThread = (threadId: string): ThreadEntry | undefined => useWorkspace((state) => state.threads[threadId]);

/** Those that the badge counts, which is what the list of unread threads shows: none of muted conversations. */
export const unreadThreads = (state: WorkspaceState): ThreadEntry[] =>
  Object.values(state.threads).filter(({ unreadCount, channelId }) => unreadCount > 0 && state.channels[channelId]?.membership.muted === false);

export const useUnreadThreadCount = (): number => useWorkspace((state) => unreadThreads(state).length);

/** Each rejects with `ApiProblem` or `NetworkFailure`. What they change comes by events. */
export function useThreadActions(): ThreadActions {
  const session = useSession();
  return useMemo(() => {
    const { client } = session;
    const path = ({ id, channelId }: Pick<Message, 'id' | 'channelId'>) => ({ channelId, messageId: id });
    return {
      follow: (message) => client.api.call('followThread', { params: path(message) }),
      unfollow: (message) => client.api.call('unfollowThread', { params: path(message) }),
      markUnread: async (reply) => {
        const { channelId, threadId } = reply;
        if (threadId === undefined) return;
        const conversation = session.conversation(channelId, threadId);
        if (conversation.isOpen) conversation.held = true;
        await client.api.call('markThreadUnread', { params: { channelId, messageId: threadId }, body: { replyId: reply.id } });
      },
      markRead: (root, { lastReplySeq }) => {
        const seq = Math.max(lastReplySeq, client.state?.threads[root.id]?.lastReplySeq ?? 0);
        return client.api.call('moveThreadReadCursor', { params: path(root), body: { seq } });
      },
      markAllRead: () => client.api.call('markThreadsRead'),
      list: async (query, signal) => {
        const page = await client.api.call('listThreads', { query }, signal === undefined ? {} : { signal });
        client.update((state) => page.threads.flatMap(({ root, replies }) => [root, ...replies]).reduce(applyAnswer, state));
        return page;
      },
    };
  }, [session]);
}
