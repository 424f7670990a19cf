import { streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { readThreadSummaries } from './thread-summaries.ts';

/**
 * Moves the cursor in a thread forward to a seq, at most to the channel's head. False when nothing
 * changes, as for somebody who never followed it.
 */
export async function advanceThreadCursor(query: Query, threadId: string, userId: string, seq: number): Promise<boolean> {
  const rows = await query.query(
    `WITH moved AS (
       UPDATE thread_follower f SET read_seq = least($3::bigint, s.head)
       FROM stream s
       WHERE s.id = 'channel:' || f.channel_id::text AND f.thread_id = $1 AND f.user_id = $2 AND f.read_seq < least($3::bigint, s.head)
       RETURNING 1
     )
     SELECT 1 FROM moved`,
    [threadId, userId, seq],
  );
  return rows.length > 0;
}

/** Whoever has replies stand among the other messages reads them with these: up to where the channel is read. */
export async function readThreadsWithChannel(tx: StreamTransaction, userId: string, channelId: string): Promise<void> {
  const moved = await tx.query<{ threadId: string }>(
    `WITH moved AS (
       UPDATE thread_follower f SET read_seq = member.read_seq
       FROM channel_member member JOIN app_user ON app_user.id = member.user_id
       WHERE member.channel_id = $2 AND member.user_id = $1 AND app_user.preferences->>'threads' = 'inline'
         AND f.user_id = $1 AND f.channel_id = $2 AND f.following AND f.read_seq < member.read_seq
         AND EXISTS (SELECT 1 FROM message root WHERE root.id = f.thread_id AND root.last_reply_seq > f.read_seq)
       RETURNING f.thread_id
     )
     SELECT thread_id AS "threadId" FROM moved`,
    [userId, channelId],
  );
  await tellThreads(tx, userId, moved.map(({ threadId }) => threadId));
}

/** Every thread that a person follows is read to its end. */
export async function readAllThreads(tx: StreamTransaction, userId: string): Promise<void> {
  const moved = await tx.query<{ threadId: string }>(
    `WITH moved AS (
       UPDATE thread_follower f SET read_seq = root.last_reply_seq
       FROM message root
       WHERE root.id = f.thread_id AND f.user_id = $1 AND f.following AND root.last_reply_seq > f.read_seq
       RETURNING f.thread_id
     )
     SELECT thread_id AS "threadId" FROM moved`,
    [userId],
  );
  await tellThreads(tx, userId, moved.map(({ threadId }) => threadId));
}

/** Tells a person's devices how these threads stand, of those that they follow. Their stream must be locked. */
export async function tellThreads(tx: StreamTransaction, userId: string, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length === 0) return;
  const threads = await readThreadSummaries(tx, userId, threadIds);
  await tx.appendAll('thread.updated', threads.map((thread) => ({ stream: streamId('user', userId), payload: { thread } })));
}
