import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { toMessage } from './message-row.ts';
import { checkText, mentionsOf } from './message-text.ts';
import { insertMessage, lockForPosting, membersAmong, readMessage } from './message.repository.ts';

@Injectable()
export class SendMessage {
  constructor(private readonly streams: Streams) {}

  /**
   * Stores a message and tells the channel. A client id that this author used here before answers
   * with that first message, for ever; with another text it is refused.
   * @throws ApiError not_found, channel_archived, client_id_reused, message_too_long, message_empty
   */
  run(actor: Actor, { params, body }: RouteInput<'sendMessage'>): Promise<Message> {
    const text = checkText(body.text);
    const mentions = mentionsOf(text);
    const requestHash = createHash('sha256').update(text).digest('base64url');

    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, params.channelId, actor.userId, body.clientId);
      if (posting.seen) {
        if (posting.seen.requestHash !== null && posting.seen.requestHash !== requestHash) throw new ApiError('client_id_reused');
        const first = await readMessage(tx, params.channelId, posting.seen.messageId);
        if (!first) throw new ApiError('not_found');
        return toMessage(first);
      }
      if (!can(actor, 'message.send', posting)) throw new ApiError(posting.archived ? 'channel_archived' : 'posting_restricted');
      const row = await insertMessage(tx, {
        id: uuidv7(),
        channelId: params.channelId,
        authorId: actor.userId,
        text,
        clientId: body.clientId,
        mentionedUserIds: await membersAmong(tx, params.channelId, mentions.userIds),
        mentionsEveryone: mentions.everyone,
        createdAt: tx.at,
        editedAt: null,
        deletedAt: null,
      }, requestHash);
      return toMessage(row);
    });
  }
}
