import { streamId } from '@parvis/contracts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';

/**
 * Before a person leaves a channel: what they began to write there goes with their place, from their
 * log too. That they left tells their devices. Their stream must be locked.
 */
export async function forgetDrafts(tx: StreamTransaction, channelId: string, userId: string): Promise<void> {
  await tx.query(
    `UPDATE stream_event SET type = 'draft.removed', payload = jsonb_build_object('channelId', draft.channel_id, 'threadId', draft.thread_id)
     FROM draft WHERE draft.channel_id = $1 AND draft.user_id = $2 AND stream_event.stream = $3 AND stream_event.seq = draft.told_seq`,
    [channelId, userId, streamId('user', userId)],
  );
}
