import { useEffect, useRef } from 'react';
import { useSession } from './session-context.ts';

/**
 * Moves my read cursor to what was seen: only while the page is visible and focused and somebody
 * touched it within 60 s, and not after a mark as unread until the conversation is left. In a thread:
 * the cursor in that thread, if I follow it.
 */
export function useMarkRead(channelId: string, lastVisibleSeq: number | null, threadId: string | null = null): void {
  const session = useSession();
  const seen = useRef(lastVisibleSeq);
  const look = useRef<() => void>(() => undefined);

  useEffect(() => {
    const { client, attention } = session;
    const conversation = session.conversation(channelId, threadId);
    let moving = false;
    let tried = -1;

    const move = async (seq: number) => {
      moving = true;
      try {
        if (threadId === null) await client.api.call('moveReadCursor', { params: { id: channelId }, body: { seq } });
        else await client.api.call('moveThreadReadCursor', { params: { channelId, messageId: threadId }, body: { seq } });
        tried = seq;
      } catch {
        // Told again with the next sign of life.
      }
      moving = false;
    };
    look.current = () => {
      const seq = seen.current;
      const { place } = conversation;
      if (seq === null || place === undefined || moving || conversation.held) return;
      if (!attention.isReading || client.status !== 'online') return;
      // What was told is in the state only once its event came: don't tell it again meanwhile.
      if (place.markedUnread ? seq === tried : seq <= Math.max(place.readSeq, tried)) return;
      void move(seq).then(() => {
        if (seen.current !== seq) look.current();
      });
    };
    const stops = [client.subscribe(() => { look.current(); }), attention.listeners.subscribe(() => { look.current(); })];
    return () => {
      for (const stop of stops) stop();
      look.current = () => undefined;
    };
  }, [session, channelId, threadId]);

  useEffect(() => {
    seen.current = lastVisibleSeq;
    look.current();
  }, [channelId, threadId, lastVisibleSeq]);
}
