import { streamId } from '@parvis/contracts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { readSummariesOfFollowers } from './thread-summaries.ts';

export interface NewFollower {
  userId: string;
  /** Up to where it counts as read for them. */
  readSeq: number;
  /** Also when they unfollowed it by hand. */
  again: boolean;
}

/**
 * Lets people follow a thread, of those who are in its channel, and tells each their place in it.
 * Who follows it already hears nothing: its replies come to them by the channel's stream, and no
 * reply writes a row per follower. As many statements for a thousand as for one. The channel's stream must be locked, and what happened told in it.
 */
export async function startFollowing(tx: StreamTransaction, thread: { threadId: string; channelId: string }, people: readonly NewFollower[]): Promise<void> {
  if (people.length === 0) return;
  const places = await tx.query<{ userId: string; following: boolean | null }>(
    `SELECT member.user_id AS "userId", follower.following
     FROM channel_member member LEFT JOIN thread_follower follower ON follower.thread_id = $2 AND follower.user_id = member.user_id
     WHERE member.channel_id = $1 AND member.user_id = ANY($3)`,
    [thread.channelId, thread.threadId, people.map(({ userId }) => userId)],
  );
  const following = new Map(places.map((place) => [place.userId, place.following]));
  const starting = people.filter(({ userId, again }) => {
    const now = following.get(userId);
    return now === null || (now === false && again);
  });
  if (starting.length === 0) return;
  // People's streams after the channel's: the order that all locks are taken in.
  await tx.lock(...starting.map(({ userId }) => streamId('user', userId)));
  await tx.query(
    `INSERT INTO thread_follower (user_id, thread_id, channel_id, read_seq)
     SELECT follower.user_id, $1, $2, follower.read_seq FROM unnest($3::uuid[], $4::bigint[]) AS follower (user_id, read_seq)
     ON CONFLICT (user_id, thread_id) DO UPDATE SET following = true, read_seq = greatest(thread_follower.read_seq, excluded.read_seq)`,
    [thread.threadId, thread.channelId, starting.map(({ userId }) => userId), starting.map(({ readSeq }) => readSeq)],
  );
  const summaries = await readSummariesOfFollowers(tx, thread.threadId, starting.map(({ userId }) => userId));
  await tx.appendAll('thread.updated', [...summaries].map(([userId, thread]) => ({ stream: streamId('user', userId), payload: { thread } })));
}
