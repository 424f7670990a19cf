import { LIMITS } from '@parvis/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { DRAFT_COLUMNS, type DraftRow } from './draft-row.ts';

type Place = Pick<DraftRow, 'channelId' | 'threadId'>;

export async function readDraft(query: Query, userId: string, { channelId, threadId }: Place): Promise<DraftRow | null> {
  const [row] = await query.query<DraftRow>(
    `SELECT ${DRAFT_COLUMNS} FROM draft WHERE draft.user_id = $1 AND draft.channel_id = $2 AND draft.thread_id IS NOT DISTINCT FROM $3::uuid`,
    [userId, channelId, threadId],
  );
  return row ?? null;
}

/** @throws ApiError too_many for one more than a person may have */
export async function writeDraft(query: Query, userId: string, row: DraftRow, isNew: boolean): Promise<void> {
  if (isNew) {
    const [drafts] = await query.query<{ count: number }>('SELECT count(*)::int AS count FROM draft WHERE user_id = $1', [userId]);
    if (drafts && drafts.count >= LIMITS.drafts) throw new ApiError('too_many', `at most ${LIMITS.drafts} drafts`);
  }
  await query.query(
    `INSERT INTO draft (id, user_id, channel_id, thread_id, text, file_ids, quoted_message_id, updated_at, told_seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT ON CONSTRAINT draft_place DO UPDATE
       SET text = excluded.text, file_ids = excluded.file_ids, quoted_message_id = excluded.quoted_message_id, updated_at = excluded.updated_at,
         told_seq = excluded.told_seq`,
    [uuidv7(), userId, row.channelId, row.threadId, row.text, row.fileIds, row.quotedMessageId, row.updatedAt, row.toldSeq],
  );
}

/** Answers the seq of the event that told it; null when there was none. */
export async function deleteDraft(query: Query, userId: string, { channelId, threadId }: Place): Promise<number | null> {
  const [row] = await query.query<{ toldSeq: number }>(
    `WITH gone AS (
       DELETE FROM draft WHERE user_id = $1 AND channel_id = $2 AND thread_id IS NOT DISTINCT FROM $3::uuid RETURNING told_seq
     )
     SELECT told_seq AS "toldSeq" FROM gone`,
    [userId, channelId, threadId],
  );
  return row?.toldSeq ?? null;
}

/** Whether a message is in this channel; with `root`, whether a thread can hang from it. */
export async function isMessageOf(query: Query, channelId: string, messageId: string, { root = false } = {}): Promise<boolean> {
  const rows = await query.query(
    `SELECT 1 FROM message WHERE id = $1 AND channel_id = $2 ${root ? 'AND thread_id IS NULL' : 'AND deleted_at IS NULL'}`,
    [messageId, channelId],
  );
  return rows.length > 0;
}
