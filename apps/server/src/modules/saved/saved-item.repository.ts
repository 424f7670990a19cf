import { LIMITS, streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { SAVED_COLUMNS, type SavedItemRow, toSavedItem } from './saved-item-row.ts';

const ITEMS = `SELECT ${SAVED_COLUMNS} FROM saved_item saved WHERE saved.user_id = $1`;

/** Those to do, the last saved first. */
export const readToDo = (query: Query, userId: string): Promise<SavedItemRow[]> =>
  query.query<SavedItemRow>(`${ITEMS} AND saved.state = 'todo' ORDER BY saved.created_at DESC, saved.id DESC`, [userId]);

/** @throws ApiError not_found for what is not this person's */
export async function readSavedItem(query: Query, userId: string, id: string): Promise<SavedItemRow> {
  const [row] = await query.query<SavedItemRow>(`${ITEMS} AND saved.id = $2`, [userId, id]);
  if (!row) throw new ApiError('not_found');
  return row;
}

/** What was made of the message, or with the client id, before. */
export async function findSavedItem(query: Query, userId: string, by: { messageId?: string; clientId?: string }): Promise<SavedItemRow | null> {
  const [row] = await query.query<SavedItemRow>(
    `${ITEMS} AND (saved.client_id = $2 OR saved.message_id = $3) ORDER BY saved.client_id = $2 DESC NULLS LAST LIMIT 1`,
    [userId, by.clientId ?? null, by.messageId ?? null],
  );
  return row ?? null;
}

/** @throws ApiError too_many when one more to do is one too many */
export async function refuseTooMany(query: Query, userId: string): Promise<void> {
  const [row] = await query.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM saved_item WHERE user_id = $1 AND state = 'todo'`,
    [userId],
  );
  if (row && row.count >= LIMITS.savedItems) throw new ApiError('too_many', `at most ${LIMITS.savedItems} things to do`);
}

export async function insertSavedItem(query: Query, userId: string, row: SavedItemRow, clientId: string | null): Promise<void> {
  await query.query(
    `INSERT INTO saved_item (id, user_id, message_id, channel_id, text, state, remind_at, client_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, userId, row.messageId, row.channelId, row.text, row.state, row.remindAt, clientId, row.createdAt],
  );
}

/** Writes its state and reminder, and tells the person's devices. Their stream must be locked. */
export async function writeSavedItem(tx: StreamTransaction, userId: string, row: SavedItemRow): Promise<void> {
  await tx.query('UPDATE saved_item SET state = $2, remind_at = $3, reminded_at = $4 WHERE id = $1', [row.id, row.state, row.remindAt, row.remindedAt]);
  await tellSavedItem(tx, userId, row);
}

export async function tellSavedItem(tx: StreamTransaction, userId: string, row: SavedItemRow): Promise<void> {
  await tx.append(streamId('user', userId), 'saved.updated', { item: toSavedItem(row) });
}
