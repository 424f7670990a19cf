import { LIMITS, type ScheduledMessage, streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { readHeldFiles } from '../drafts/index.ts';
import { SCHEDULED_COLUMNS, type ScheduledMessageRow, toScheduledMessage } from './scheduled-message-row.ts';

const SCHEDULED = `SELECT ${SCHEDULED_COLUMNS} FROM scheduled_message scheduled WHERE scheduled.user_id = $1`;

/** Those that wait, and those that could not be sent; the next one first. */
export const readOpen = (query: Query, userId: string): Promise<ScheduledMessageRow[]> =>
  query.query<ScheduledMessageRow>(`${SCHEDULED} AND scheduled.ended_at IS NULL ORDER BY scheduled.send_at, scheduled.id`, [userId]);

/** Ended ones too. */
export async function readScheduled(query: Query, userId: string, id: string): Promise<ScheduledMessageRow | null> {
  const [row] = await query.query<ScheduledMessageRow>(`${SCHEDULED} AND scheduled.id = $2`, [userId, id]);
  return row ?? null;
}

export async function findByClientId(query: Query, userId: string, clientId: string): Promise<ScheduledMessageRow | null> {
  const [row] = await query.query<ScheduledMessageRow>(`${SCHEDULED} AND scheduled.client_id = $2`, [userId, clientId]);
  return row ?? null;
}

/** @throws ApiError not_found for what is somebody else's, sent or cancelled */
export async function requireOpen(query: Query, userId: string, id: string): Promise<ScheduledMessageRow> {
  const row = await readScheduled(query, userId, id);
  if (!row || row.endedAt !== null) throw new ApiError('not_found');
  return row;
}

/** @throws ApiError too_many when one more is one too many */
export async function refuseTooMany(query: Query, userId: string): Promise<void> {
  const [row] = await query.query<{ count: number }>('SELECT count(*)::int AS count FROM scheduled_message WHERE user_id = $1 AND ended_at IS NULL', [userId]);
  if (row && row.count >= LIMITS.scheduledMessages) throw new ApiError('too_many', `at most ${LIMITS.scheduledMessages} scheduled messages`);
}

export async function insertScheduled(query: Query, userId: string, row: ScheduledMessageRow, clientId: string): Promise<void> {
  await query.query(
    `INSERT INTO scheduled_message (id, user_id, channel_id, thread_id, text, file_ids, send_at, client_id, request_hash, created_at,
       quoted_message_id, also_in_channel)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, userId, row.channelId, row.threadId, row.text, row.fileIds, row.sendAt, clientId, row.requestHash, row.createdAt,
      row.quotedMessageId, row.alsoInChannel],
  );
}

/** Writes its words, time and failure, and tells the person's devices. Their stream must be locked. */
export async function writeScheduled(tx: StreamTransaction, userId: string, row: ScheduledMessageRow): Promise<ScheduledMessage> {
  await tx.query('UPDATE scheduled_message SET text = $2, send_at = $3, failure = $4 WHERE id = $1', [row.id, row.text, row.sendAt, row.failure]);
  return tellScheduled(tx, userId, row);
}

/** What was told of it before is gone from the log. */
export async function tellScheduled(tx: StreamTransaction, userId: string, row: ScheduledMessageRow): Promise<ScheduledMessage> {
  const scheduled = toScheduledMessage(row, await readHeldFiles(tx, userId, row.fileIds));
  const seq = await tx.append(streamId('user', userId), 'scheduled.saved', { scheduled });
  await tx.query('UPDATE scheduled_message SET told_seq = $2 WHERE id = $1', [row.id, seq]);
  await forgetInLog(tx, userId, row);
  return scheduled;
}

/** Sent or cancelled: it is gone from the person's devices, and its words from here. Their stream must be locked. */
export async function endScheduled(tx: StreamTransaction, userId: string, row: ScheduledMessageRow): Promise<void> {
  await tx.query(`UPDATE scheduled_message SET ended_at = $2, text = '', file_ids = '{}' WHERE id = $1`, [row.id, tx.at]);
  await tx.append(streamId('user', userId), 'scheduled.removed', { scheduledId: row.id });
  await forgetInLog(tx, userId, row);
}

const forgetInLog = (tx: StreamTransaction, userId: string, { id, toldSeq }: ScheduledMessageRow): Promise<void> =>
  tx.replace(streamId('user', userId), toldSeq, 'scheduled.removed', { scheduledId: id });
