import { streamId } from '@parvis/contracts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { ChannelSummaries } from './channel-summaries.ts';

/** Tells a person's other devices where they have read to, with the counts that follow from it. */
export async function tellReadCursor(tx: StreamTransaction, summaries: ChannelSummaries, userId: string, channelId: string): Promise<void> {
  const { membership, unreadCount, mentionCount, head } = await summaries.readOne(tx, userId, channelId);
  const { readSeq, markedUnread } = membership;
  await tx.append(streamId('user', userId), 'read_cursor.moved', { channelId, readSeq, markedUnread, unreadCount, mentionCount, head });
}
