import { type EventPayload, streamId } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { type NewFollower, startFollowing } from '../thread-followers/index.ts';
import { type MessageRow, toThreadInfo } from './message-row.ts';
import { readMessage } from './message.repository.ts';

/** Names of those who replied that the thread's first message tells. */
const REPLIERS = 5;

type RootChange = NonNullable<EventPayload<'message.deleted'>['root']>;

/** The message that a thread hangs from. @throws ApiError thread_invalid for a reply, a deleted one, or one of another channel */
export async function requireRoot(tx: StreamTransaction, channelId: string, threadId: string): Promise<MessageRow> {
  const root = await readMessage(tx, channelId, threadId);
  if (!root) throw new ApiError('thread_invalid', 'there is no such message in this channel');
  if (root.threadId) throw new ApiError('thread_invalid', 'a reply has no thread of its own');
  if (root.deletedAt) throw new ApiError('thread_invalid', 'the message is deleted');
  return root;
}

/** Counts a new reply on its root, whose version becomes the reply's seq. */
export async function countReply(tx: StreamTransaction, root: MessageRow, reply: MessageRow): Promise<Required<RootChange>> {
  const userIds = [reply.authorId, ...root.threadUserIds.filter((userId) => userId !== reply.authorId)].slice(0, REPLIERS);
  await tx.query(
    `UPDATE message SET reply_count = reply_count + 1, last_reply_at = $2, last_reply_seq = $3, thread_user_ids = $4, version = $3 WHERE id = $1`,
    [root.id, reply.createdAt, reply.seq, userIds],
  );
  return { id: root.id, seq: root.seq, thread: { replyCount: root.replyCount + 1, lastReplyAt: reply.createdAt.toISOString(), userIds } };
}

/** Counts anew after a reply was deleted, before that is told: the root's version becomes the next event's seq. */
export async function recountReplies(tx: StreamTransaction, channelId: string, threadId: string): Promise<RootChange> {
  const [root] = await tx.query<Pick<MessageRow, 'id' | 'seq' | 'replyCount' | 'lastReplyAt' | 'threadUserIds'>>(
    `WITH replier AS (
       SELECT author_id, count(*) AS replies, max(seq) AS seq, max(created_at) AS at
       FROM message WHERE thread_id = $1 AND deleted_at IS NULL GROUP BY author_id
     ), root AS (
       UPDATE message SET version = $2,
         reply_count = coalesce((SELECT sum(replies) FROM replier), 0),
         last_reply_at = (SELECT max(at) FROM replier),
         thread_user_ids = ARRAY(SELECT author_id FROM replier ORDER BY seq DESC LIMIT ${REPLIERS})
       WHERE id = $1
       RETURNING id, seq, reply_count, last_reply_at, thread_user_ids
     )
     SELECT id, seq, reply_count AS "replyCount", last_reply_at AS "lastReplyAt", thread_user_ids AS "threadUserIds" FROM root`,
    [threadId, tx.head(streamId('channel', channelId)) + 1],
  );
  if (!root) throw new Error('a reply without its root');
  const thread = toThreadInfo(root);
  return { id: root.id, seq: root.seq, ...(thread ? { thread } : {}) };
}

/**
 * Who follows a thread from this reply on: its author, whoever it mentions, and at the first reply
 * the author of the message that it hangs from.
 */
export async function followReply(tx: StreamTransaction, root: MessageRow, reply: MessageRow): Promise<void> {
  const people = new Map<string, NewFollower>();
  const unread = reply.seq - 1;
  if (root.lastReplySeq === null) people.set(root.authorId, { userId: root.authorId, readSeq: unread, again: false });
  for (const userId of reply.mentionedUserIds) people.set(userId, { userId, readSeq: unread, again: true });
  people.set(reply.authorId, { userId: reply.authorId, readSeq: reply.seq, again: false });
  await startFollowing(tx, { threadId: root.id, channelId: reply.channelId }, [...people.values()]);
}

/** Whoever an edit of a reply mentions anew follows its thread. */
export async function followMentioned(tx: StreamTransaction, reply: MessageRow, before: readonly string[]): Promise<void> {
  if (reply.threadId === null) return;
  const people = reply.mentionedUserIds.filter((userId) => !before.includes(userId)).map((userId) => ({ userId, readSeq: reply.seq - 1, again: true }));
  await startFollowing(tx, { threadId: reply.threadId, channelId: reply.channelId }, people);
}
