import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, usePreferences } from '../../sync/index.ts';

/** A link to a message that is only in a thread opens that thread at it. */
export function useReplyPermalink(channelId: string, messageId: string | undefined): void {
  const navigate = useNavigate();
  const [{ threads }] = usePreferences();
  useEffect(() => {
    if (messageId === undefined || threads === 'inline') return;
    const leaving = new AbortController();
    api.call('getMessage', { params: { channelId, messageId } }, { signal: leaving.signal }).then(
      ({ threadId, alsoInChannel }) => {
        if (threadId === undefined || alsoInChannel === true || leaving.signal.aborted) return;
        void navigate({ to: '/c/$channelId', params: { channelId }, search: { thread: threadId, reply: messageId }, replace: true });
      },
      // The conversation says itself what can't be read.
      () => undefined,
    );
    return () => leaving.abort();
  }, [channelId, messageId, threads, navigate]);
}
