import { streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

export interface ReadCursor {
  readSeq: number;
  markedUnread: boolean;
}

/** Null for a channel that the person is not in. */
export async function readReadCursor(query: Query, channelId: string, userId: string): Promise<ReadCursor | null> {
  const [row] = await query.query<ReadCursor>(
    `SELECT read_seq AS "readSeq", marked_unread AS "markedUnread" FROM channel_member WHERE channel_id = $1 AND user_id = $2`,
    [channelId, userId],
  );
  return row ?? null;
}

/** Moves the cursor forward to a seq, at most to the channel's head. False when nothing changes. */
export async function advanceReadCursor(query: Query, channelId: string, userId: string, seq: number): Promise<boolean> {
  const rows = await query.query(
    `WITH moved AS (
       UPDATE channel_member m SET read_seq = greatest(m.read_seq, least($3::bigint, s.head)), marked_unread = false
       FROM stream s
       WHERE s.id = $4 AND m.channel_id = $1 AND m.user_id = $2 AND (m.marked_unread OR m.read_seq < least($3::bigint, s.head))
       RETURNING 1
     )
     SELECT 1 FROM moved`,
    [channelId, userId, seq, streamId('channel', channelId)],
  );
  return rows.length > 0;
}

/** Sets the cursor just before a message. False when it stands there, marked, already. */
export async function writeUnreadFrom(query: Query, channelId: string, userId: string, seq: number): Promise<boolean> {
  const rows = await query.query(
    `WITH moved AS (
       UPDATE channel_member SET read_seq = $3, marked_unread = true
       WHERE channel_id = $1 AND user_id = $2 AND NOT (marked_unread AND read_seq = $3)
       RETURNING 1
     )
     SELECT 1 FROM moved`,
    [channelId, userId, seq - 1],
  );
  return rows.length > 0;
}

export async function readSeqOfMessage(query: Query, channelId: string, messageId: string): Promise<number | null> {
  const [row] = await query.query<{ seq: number }>('SELECT seq FROM message WHERE id = $1 AND channel_id = $2', [messageId, channelId]);
  return row?.seq ?? null;
}
