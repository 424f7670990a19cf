import { LIMITS, type ThreadSummary } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

type SummaryRow = ThreadSummary & { userId: string };

/** Counts stop at the cap; a thread without anything new costs no look at its replies. */
const SUMMARIES = `
  SELECT f.user_id AS "userId", f.thread_id AS "threadId", f.channel_id AS "channelId", f.read_seq AS "readSeq",
    unread.count AS "unreadCount", mentions.count AS "mentionCount", only_here.count AS "onlyHereCount", coalesce(root.last_reply_seq, 0) AS "lastReplySeq", coalesce(s.head, 0) AS head
  FROM thread_follower f
  JOIN message root ON root.id = f.thread_id
  JOIN channel c ON c.id = f.channel_id
  LEFT JOIN stream s ON s.id = 'channel:' || f.channel_id::text
  CROSS JOIN LATERAL (
    SELECT CASE WHEN coalesce(root.last_reply_seq, 0) <= f.read_seq THEN 0 ELSE (
      SELECT count(*)::int FROM (
        SELECT 1 FROM message x
        WHERE x.thread_id = f.thread_id AND x.seq > f.read_seq AND x.author_id <> f.user_id AND x.deleted_at IS NULL
        ORDER BY x.seq LIMIT ${LIMITS.unreadCap}
      ) newer
    ) END AS count
  ) unread
  CROSS JOIN LATERAL (
    SELECT CASE WHEN c.team_id IS NULL THEN unread.count WHEN unread.count = 0 THEN 0 ELSE (
      SELECT count(*)::int FROM (
        SELECT 1 FROM message x
        WHERE x.thread_id = f.thread_id AND x.seq > f.read_seq AND x.author_id <> f.user_id AND x.deleted_at IS NULL
          AND (x.mentions_everyone OR f.user_id = ANY(x.mentioned_user_ids))
        ORDER BY x.seq LIMIT ${LIMITS.unreadCap}
      ) mine
    ) END AS count
  ) mentions
  CROSS JOIN LATERAL (
    SELECT CASE WHEN mentions.count = 0 THEN 0 ELSE (
      SELECT count(*)::int FROM (
        SELECT 1 FROM message x
        WHERE x.thread_id = f.thread_id AND x.seq > f.read_seq AND x.author_id <> f.user_id AND x.deleted_at IS NULL AND NOT x.also_in_channel
          AND (c.team_id IS NULL OR x.mentions_everyone OR f.user_id = ANY(x.mentioned_user_ids))
        ORDER BY x.seq LIMIT ${LIMITS.unreadCap}
      ) mine
    ) END AS count
  ) only_here
  WHERE f.following`;

/** The threads that a person follows, or those of them that are named; in no order. */
export async function readThreadSummaries(query: Query, userId: string, threadIds?: readonly string[]): Promise<ThreadSummary[]> {
  const rows = threadIds
    ? await query.query<SummaryRow>(`${SUMMARIES} AND f.user_id = $1 AND f.thread_id = ANY($2)`, [userId, threadIds])
    : await query.query<SummaryRow>(`${SUMMARIES} AND f.user_id = $1`, [userId]);
  return rows.map(toSummary);
}

/** One thread as each of these followers has it. */
export async function readSummariesOfFollowers(query: Query, threadId: string, userIds: readonly string[]): Promise<Map<string, ThreadSummary>> {
  const rows = await query.query<SummaryRow>(`${SUMMARIES} AND f.thread_id = $1 AND f.user_id = ANY($2)`, [threadId, userIds]);
  return new Map(rows.map((row) => [row.userId, toSummary(row)]));
}

const toSummary = ({ userId: _userId, ...summary }: SummaryRow): ThreadSummary => summary;
