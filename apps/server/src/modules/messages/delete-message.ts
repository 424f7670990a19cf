import { Injectable } from '@nestjs/common';
import { type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Attachments } from '../files/index.ts';
import { type MessageRow, toMessage } from './message-row.ts';
import { lockForPosting, readMessage, writeMessage } from './message.repository.ts';
import { recountReplies } from './thread-root.ts';

@Injectable()
export class DeleteMessage {
  constructor(
    private readonly streams: Streams,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Empties a message: its place and author stay, and the thread that hangs from it; everything else
   * goes, from the log's payloads too. Repeating it changes nothing more.
   * @throws ApiError not_found, forbidden
   */
  run(actor: Actor, { params: { channelId, messageId } }: RouteInput<'deleteMessage'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const row = await readMessage(tx, channelId, messageId);
      if (!row) throw new ApiError('not_found');
      if (!can(actor, 'message.delete', { ...posting, own: row.authorId === actor.userId })) throw new ApiError('forbidden');
      if (row.deletedAt) return toMessage(row);
      await this.attachments.removeFor(tx, [row.id]);
      await deleteWhatHangsFromIt(tx, row.id);
      const message = await writeMessage(tx, {
        ...row, text: '', clientId: null, mentionedUserIds: [], mentionsEveryone: false, mentionsHere: false, deletedAt: tx.at,
        style: null, quotedMessageId: null, forwarded: null, pinnedAt: null, pinnedBy: null,
      });
      const root = row.threadId ? await recountReplies(tx, channelId, row.threadId) : undefined;
      await tx.append(streamId('channel', channelId), 'message.deleted', { message, ...(root ? { root } : {}) }, { author: actor.userId });
      await forgetInLog(tx, row, message);
      await forgetInQuotes(tx, row);
      return message;
    });
  }
}

async function deleteWhatHangsFromIt(tx: StreamTransaction, messageId: string): Promise<void> {
  await tx.query(
    `WITH reactions AS (DELETE FROM reaction WHERE message_id = $1),
       polls AS (DELETE FROM poll WHERE message_id = $1),
       meetings AS (UPDATE meeting SET message_id = NULL WHERE message_id = $1),
       previews AS (DELETE FROM message_link_preview WHERE message_id = $1)
     DELETE FROM message_revision WHERE message_id = $1`,
    [messageId],
  );
}

/**
 * Whoever replays the log meets the tombstone from the start: the text is nowhere, nor a hash to guess
 * it by. `row.version` was the last event with it.
 */
async function forgetInLog(tx: StreamTransaction, row: MessageRow, tombstone: Message): Promise<void> {
  await tx.query(
    `UPDATE stream_event SET payload = jsonb_set(payload - 'calls', '{message}', $3::jsonb), request_hash = NULL
     WHERE stream = $1 AND seq BETWEEN $4 AND $5 AND type IN ('message.created', 'message.edited', 'message.updated')
       AND payload->'message'->>'id' = $2`,
    [streamId('channel', row.channelId), row.id, JSON.stringify(tombstone), row.seq, row.version],
  );
}

/** Messages that quote it say nothing of its words from now on, in the log neither. */
async function forgetInQuotes(tx: StreamTransaction, row: MessageRow): Promise<void> {
  await tx.query(
    `UPDATE stream_event SET payload = jsonb_set(payload, '{message,quote,text}', '""')
     FROM message quoting
     WHERE quoting.quoted_message_id = $2 AND stream_event.stream = $1 AND stream_event.seq BETWEEN quoting.seq AND quoting.version
       AND stream_event.type IN ('message.created', 'message.edited', 'message.updated')
       AND stream_event.payload->'message'->>'id' = quoting.id::text AND stream_event.payload->'message'->'quote' IS NOT NULL`,
    [streamId('channel', row.channelId), row.id],
  );
}
