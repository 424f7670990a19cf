import { type Message, streamId } from '@parvis/contracts';
import type { PostingResource } from '@parvis/permissions';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { type MessageExtras, readExtras } from './message-extras.ts';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message-row.ts';
import { requireMessage } from './read-messages.ts';

/** What a person is in a channel, and what they sent before under the same client id. */
export interface Posting extends PostingResource {
  /** `requestHash`: null once that message is deleted. */
  seen: { messageId: string; requestHash: string | null } | null;
}

/**
 * Locks the channel's stream and reads the person's place under that lock, so that whoever was
 * removed a moment ago writes nothing.
 * @throws ApiError not_found for a channel they are not in, or that is not there
 */
export async function lockForPosting(tx: StreamTransaction, channelId: string, userId: string, clientId?: string): Promise<Posting> {
  const stream = streamId('channel', channelId);
  if (!(await tx.lockExisting(stream))) throw new ApiError('not_found');
  const [row] = await tx.query<PostingResource & { messageId: string | null; requestHash: string | null }>(
    `SELECT channel.archived_at IS NOT NULL AS archived, channel.posting, channel.mention_all AS "mentionAll",
       member.role AS "channelRole", team_member.role AS "teamRole",
       seen.payload->'message'->>'id' AS "messageId", seen.request_hash AS "requestHash"
     FROM channel_member member JOIN channel ON channel.id = member.channel_id
     LEFT JOIN team_member ON team_member.team_id = channel.team_id AND team_member.user_id = member.user_id
     LEFT JOIN stream_event seen ON seen.stream = $3 AND seen.author = $2 AND seen.client_id = $4
     WHERE member.channel_id = $1 AND member.user_id = $2`,
    [channelId, userId, stream, clientId ?? null],
  );
  if (!row) throw new ApiError('not_found');
  const { messageId, requestHash, ...place } = row;
  return { ...place, seen: messageId === null ? null : { messageId, requestHash } };
}

export async function readMessage(tx: StreamTransaction, channelId: string, messageId: string): Promise<MessageRow | null> {
  const [row] = await tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM message WHERE message.id = $1 AND message.channel_id = $2`,
    [messageId, channelId],
  );
  return row ?? null;
}

/** Writes the row and its mentions. Nothing is told yet; the channel's stream must be locked. */
export async function insertMessage(tx: StreamTransaction, row: Omit<MessageRow, 'seq' | 'version'>): Promise<MessageRow> {
  const seq = tx.head(streamId('channel', row.channelId)) + 1;
  const message: MessageRow = { ...row, seq, version: seq };
  await tx.query(
    `INSERT INTO message (id, channel_id, author_id, text, seq, version, client_id, mentioned_user_ids, mentions_everyone, mentions_here, created_at,
       style, thread_id, also_in_channel, quoted_message_id, forwarded)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [row.id, row.channelId, row.authorId, row.text, seq, row.clientId, row.mentionedUserIds, row.mentionsEveryone, row.mentionsHere, row.createdAt,
      row.style, row.threadId, row.alsoInChannel, row.quotedMessageId, row.forwarded === null ? null : JSON.stringify(row.forwarded)],
  );
  await writeMentions(tx, message);
  return message;
}

/** Writes a message's new words and tells them, and whom they call. `version` becomes the seq of that event. */
export async function editMessage(tx: StreamTransaction, row: MessageRow, before: MessageRow, author: string): Promise<Message> {
  const message = await writeMessage(tx, row);
  const calls = {
    userIds: row.mentionedUserIds.filter((id) => !before.mentionedUserIds.includes(id)),
    everyone: row.mentionsEveryone && !before.mentionsEveryone,
  };
  const called = calls.everyone || calls.userIds.length > 0;
  await tx.append(streamId('channel', row.channelId), 'message.edited', { message, ...(called ? { calls } : {}) }, { author });
  return message;
}

/** Writes a message's new state, to be told by the next event of its channel: its `version` is that one's seq. */
export async function writeMessage(tx: StreamTransaction, row: MessageRow): Promise<Message> {
  const changed: MessageRow = { ...row, version: tx.head(streamId('channel', row.channelId)) + 1 };
  await tx.query(
    `UPDATE message SET text = $2, version = $3, client_id = $4, mentioned_user_ids = $5, mentions_everyone = $6, mentions_here = $7,
       edited_at = $8, deleted_at = $9, style = $10, quoted_message_id = $11, forwarded = $12, pinned_at = $13, pinned_by = $14
     WHERE id = $1`,
    [row.id, row.text, changed.version, row.clientId, row.mentionedUserIds, row.mentionsEveryone, row.mentionsHere, row.editedAt, row.deletedAt,
      row.style, row.quotedMessageId, row.forwarded === null ? null : JSON.stringify(row.forwarded), row.pinnedAt, row.pinnedBy],
  );
  await tx.query('DELETE FROM mention WHERE channel_id = $1 AND seq = $2 AND NOT user_id = ANY($3)', [row.channelId, row.seq, row.mentionedUserIds]);
  await writeMentions(tx, changed);
  const extras: MessageExtras | undefined = row.deletedAt ? undefined : (await readExtras(tx, [row.id])).get(row.id);
  return toMessage(changed, extras);
}

/**
 * Something about a message changed that is not its words, in its row or in another table: bumps its
 * version and tells it whole. The channel's stream must be locked. `author`: null when nobody did it.
 */
export async function touchMessage(tx: StreamTransaction, channelId: string, messageId: string, author: string | null): Promise<Message> {
  const stream = streamId('channel', channelId);
  await tx.query('UPDATE message SET version = $2 WHERE id = $1', [messageId, tx.head(stream) + 1]);
  const message = await requireMessage(tx, channelId, messageId);
  await tx.append(stream, 'message.updated', { message }, author === null ? {} : { author });
  return message;
}

async function writeMentions(tx: StreamTransaction, row: MessageRow): Promise<void> {
  if (row.mentionedUserIds.length === 0) return;
  await tx.query(
    'INSERT INTO mention (user_id, channel_id, seq, message_id) SELECT unnest($1::uuid[]), $2, $3, $4 ON CONFLICT DO NOTHING',
    [row.mentionedUserIds, row.channelId, row.seq, row.id],
  );
}
