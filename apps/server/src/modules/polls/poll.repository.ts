import { ApiError } from '../../platform/http/api-error.ts';
import type { Query } from '../../platform/database/query.ts';

/** A poll as far as voting and closing go. */
export interface PollState {
  optionCount: number;
  multiple: boolean;
  anonymous: boolean;
  closesAt: Date | null;
  closedAt: Date | null;
  authorId: string;
}

/**
 * Lock the channel's stream before: what is read stays so until the commit.
 * @throws ApiError not_found for a message without a poll, also once deleted
 */
export async function requirePoll(query: Query, channelId: string, messageId: string): Promise<PollState> {
  const [poll] = await query.query<PollState>(
    `SELECT cardinality(poll.options) AS "optionCount", poll.multiple, poll.anonymous, poll.closes_at AS "closesAt", poll.closed_at AS "closedAt",
       message.author_id AS "authorId"
     FROM poll JOIN message ON message.id = poll.message_id
     WHERE poll.message_id = $1 AND message.channel_id = $2 AND message.deleted_at IS NULL`,
    [messageId, channelId],
  );
  if (!poll) throw new ApiError('not_found');
  return poll;
}

/** Its time may have come though nobody has written that down yet. */
export const isClosed = ({ closesAt, closedAt }: PollState, now: Date): boolean => closedAt !== null || (closesAt !== null && closesAt <= now);

/** In order of the options. */
export async function votesOf(query: Query, messageId: string, userId: string): Promise<number[]> {
  const rows = await query.query<{ option: number }>(
    'SELECT option FROM poll_vote WHERE message_id = $1 AND user_id = $2 ORDER BY option',
    [messageId, userId],
  );
  return rows.map(({ option }) => option);
}

export async function replaceVotes(query: Query, messageId: string, userId: string, options: readonly number[], at: Date): Promise<void> {
  await query.query('DELETE FROM poll_vote WHERE message_id = $1 AND user_id = $2', [messageId, userId]);
  if (options.length === 0) return;
  await query.query('INSERT INTO poll_vote (message_id, user_id, option, at) SELECT $1, $2, unnest($3::int[]), $4', [messageId, userId, options, at]);
}
