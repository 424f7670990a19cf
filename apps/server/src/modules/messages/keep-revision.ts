import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { MessageRow } from './message-row.ts';

type Edited = Pick<MessageRow, 'id' | 'version' | 'text' | 'createdAt' | 'editedAt'>;

/** Before an edit: keeps what the message says so far. */
export async function keepRevision(tx: StreamTransaction, row: Edited): Promise<void> {
  await tx.query('INSERT INTO message_revision (message_id, version, text, at) VALUES ($1, $2, $3, $4)', [
    row.id, row.version, row.text, row.editedAt ?? row.createdAt,
  ]);
}

/**
 * Whether the words are others than those of that version. Reactions and the like raise the version
 * too; a revision bears the version just before its edit.
 */
export async function editedSince(tx: StreamTransaction, row: Edited, version: number): Promise<boolean> {
  if (version > row.version) return true;
  const [edit] = await tx.query<unknown>('SELECT 1 FROM message_revision WHERE message_id = $1 AND version >= $2 LIMIT 1', [row.id, version]);
  return edit !== undefined;
}
