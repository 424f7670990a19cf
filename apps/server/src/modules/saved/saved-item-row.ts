import type { SavedItem } from '@parvis/contracts';

/** Columns of `saved_item saved` under the names of `SavedItemRow`. */
export const SAVED_COLUMNS = `saved.id, saved.message_id AS "messageId", saved.channel_id AS "channelId", saved.text, saved.state,
  saved.remind_at AS "remindAt", saved.reminded_at AS "remindedAt", saved.created_at AS "createdAt"`;

export interface SavedItemRow extends Pick<SavedItem, 'id' | 'messageId' | 'channelId' | 'text' | 'state'> {
  remindAt: Date | null;
  remindedAt: Date | null;
  createdAt: Date;
}

export const toSavedItem = (row: SavedItemRow): SavedItem => ({
  id: row.id,
  messageId: row.messageId,
  channelId: row.channelId,
  text: row.text,
  state: row.state,
  remindAt: row.remindAt?.toISOString() ?? null,
  remindedAt: row.remindedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
