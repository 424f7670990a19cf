import { streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** The message that a thread hangs from, or may. */
export interface ThreadPlace {
  threadId: string;
  channelId: string;
  seq: number;
  lastReplySeq: number | null;
  /** Head of the channel's stream. */
  head: number;
}

/**
 * The root of a thread in a channel that the person is in.
 * @throws ApiError not_found; `ofReply`, by default thread_invalid, for a message that is itself a reply
 */
export async function requireThread(
  query: Query,
  userId: string,
  { channelId, messageId }: { channelId: string; messageId: string },
  ofReply: 'thread_invalid' | 'not_found' = 'thread_invalid',
): Promise<ThreadPlace> {
  const [row] = await query.query<ThreadPlace & { isReply: boolean }>(
    `SELECT message.id AS "threadId", message.channel_id AS "channelId", message.seq, message.last_reply_seq AS "lastReplySeq",
       coalesce(stream.head, 0) AS head, message.thread_id IS NOT NULL AS "isReply"
     FROM message JOIN channel_member member ON member.channel_id = message.channel_id AND member.user_id = $3
     LEFT JOIN stream ON stream.id = $4
     WHERE message.id = $1 AND message.channel_id = $2`,
    [messageId, channelId, userId, streamId('channel', channelId)],
  );
  if (!row) throw new ApiError('not_found');
  const { isReply, ...place } = row;
  if (isReply) throw new ApiError(ofReply);
  return place;
}
