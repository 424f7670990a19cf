import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export interface ThreadPlace {
  /** The thread beside the conversation. */
  threadId: string | undefined;
  /** The reply that the address names. */
  replyId: string | undefined;
  close: () => void;
}

/** Which thread the address opens beside the conversation. */
export function useThreadPlace(channelId: string): ThreadPlace {
  const threadId = useSearch({ strict: false, select: ({ thread }) => thread });
  const replyId = useSearch({ strict: false, select: ({ reply }) => reply });
  const message = useSearch({ strict: false, select: (search) => search.message });
  const navigate = useNavigate();
  const close = useCallback(() => void navigate({ to: '/c/$channelId', params: { channelId }, search: message === undefined ? {} : { message } }), [navigate, channelId, message]);
  return { threadId, replyId, close };
}

/** Opens a thread beside its conversation, which stays where it is. */
export function useOpenThread(): (message: { channelId: string; threadId: string; replyId?: string }) => void {
  const navigate = useNavigate();
  return useCallback(({ channelId, threadId, replyId }) => void navigate({
    to: '/c/$channelId',
    params: { channelId },
    search: (before: { message?: string }) => ({
      ...(before.message !== undefined && { message: before.message }), thread: threadId, ...(replyId !== undefined && { reply: replyId }),
    }),
  }), [navigate]);
}
