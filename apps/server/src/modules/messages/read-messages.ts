import type { Message } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { readExtras } from './message-extras.ts';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message-row.ts';

/** Messages whole, with what all tables say of them, in the order asked for; those that are not there are left out. */
export async function readMessages(query: Query, which: { ids: readonly string[] } | { rows: readonly MessageRow[] }): Promise<Message[]> {
  const rows = 'rows' in which ? which.rows : await readRows(query, which.ids);
  const extras = await readExtras(query, rows.map(({ id }) => id));
  return rows.map((row) => toMessage(row, extras.get(row.id)));
}

/** Of these messages, those in channels that the person is in now. */
export async function readOwnMessages(query: Query, userId: string, ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return [];
  const rows = await query.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM message JOIN channel_member member ON member.channel_id = message.channel_id AND member.user_id = $2
     WHERE message.id = ANY($1)`,
    [ids, userId],
  );
  return readMessages(query, { rows: inOrder(ids, rows) });
}

/** @throws ApiError not_found for one that is not in that channel */
export async function requireMessage(query: Query, channelId: string, messageId: string): Promise<Message> {
  const [message] = await readMessages(query, { ids: [messageId] });
  if (message?.channelId !== channelId) throw new ApiError('not_found');
  return message;
}

async function readRows(query: Query, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return inOrder(ids, await query.query<MessageRow>(`SELECT ${MESSAGE_COLUMNS} FROM message WHERE message.id = ANY($1)`, [ids]));
}

function inOrder(ids: readonly string[], rows: readonly MessageRow[]): MessageRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}
