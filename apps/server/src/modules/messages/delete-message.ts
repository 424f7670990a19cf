import { Injectable } from '@nestjs/common';
import { type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { toMessage } from './message-row.ts';
import { lockForPosting, readMessage, updateMessage } from './message.repository.ts';

@Injectable()
export class DeleteMessage {
  constructor(private readonly streams: Streams) {}

  /**
   * Empties a message: its place and author stay, its text and mentions go, from the log's payloads
   * too. Repeating it changes nothing more.
   * @throws ApiError not_found, forbidden
   */
  run(actor: Actor, { params }: RouteInput<'deleteMessage'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const stream = streamId('channel', params.channelId);
      const posting = await lockForPosting(tx, params.channelId, actor.userId);
      const row = await readMessage(tx, params.channelId, params.messageId);
      if (!row) throw new ApiError('not_found');
      if (!can(actor, 'message.delete', { ...posting, own: row.authorId === actor.userId })) throw new ApiError('forbidden');
      if (row.deletedAt) return toMessage(row);
      const deleted = await updateMessage(tx, {
        ...row, text: '', clientId: null, mentionedUserIds: [], mentionsEveryone: false, deletedAt: tx.at,
      }, 'message.deleted', actor.userId);
      // Whoever replays the log meets the tombstone from the start: the text is nowhere, nor a hash to
      // guess it by. `row.version` was the last event with it.
      await tx.query(
        `UPDATE stream_event SET payload = jsonb_build_object('message', $3::jsonb), request_hash = NULL
         WHERE stream = $1 AND seq BETWEEN $4 AND $5 AND type IN ('message.created', 'message.edited') AND payload->'message'->>'id' = $2`,
        [stream, row.id, JSON.stringify(toMessage(deleted)), row.seq, row.version],
      );
      return toMessage(deleted);
    });
  }
}
