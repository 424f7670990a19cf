import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { ChannelSummaries } from './channel-summaries.ts';
import { advanceReadCursor } from './read-cursor.repository.ts';
import { tellReadCursor } from './read-cursor-event.ts';

/**
 * Somebody has met what a message says without reading it, as whoever answers a call: it is read, when
 * nothing before it waits to be. The person's stream must be locked.
 */
export async function readPastMessage(tx: StreamTransaction, summaries: ChannelSummaries, channelId: string, userId: string, messageId: string): Promise<void> {
  const [message] = await tx.query<{ seq: number }>(
    `SELECT message.seq FROM message JOIN channel_member m ON m.channel_id = message.channel_id AND m.user_id = $2
     WHERE message.id = $3 AND message.channel_id = $1 AND m.read_seq < message.seq AND NOT m.marked_unread
       AND NOT EXISTS (
         SELECT 1 FROM message x
         WHERE x.channel_id = $1 AND x.seq > m.read_seq AND x.seq < message.seq AND x.author_id <> $2 AND x.deleted_at IS NULL
           AND (x.thread_id IS NULL OR x.also_in_channel)
       )`,
    [channelId, userId, messageId],
  );
  if (message && (await advanceReadCursor(tx, channelId, userId, message.seq))) await tellReadCursor(tx, summaries, userId, channelId);
}
