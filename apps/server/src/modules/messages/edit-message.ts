import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { toMessage } from './message-row.ts';
import { checkText, mentionsOf } from './message-text.ts';
import { lockForPosting, membersAmong, readMessage, updateMessage } from './message.repository.ts';

@Injectable()
export class EditMessage {
  constructor(private readonly streams: Streams) {}

  /**
   * Changes the text of one's own message. Repeating an edit changes nothing more.
   * @throws ApiError not_found, forbidden, channel_archived, message_deleted, version_conflict, message_too_long, message_empty
   */
  run(actor: Actor, { params, body }: RouteInput<'editMessage'>): Promise<Message> {
    const text = checkText(body.text);
    const mentions = mentionsOf(text);
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, params.channelId, actor.userId);
      const row = await readMessage(tx, params.channelId, params.messageId);
      if (!row) throw new ApiError('not_found');
      if (!can(actor, 'message.edit', { ...posting, own: row.authorId === actor.userId })) throw new ApiError(posting.archived ? 'channel_archived' : 'forbidden');
      if (row.deletedAt) throw new ApiError('message_deleted');
      if (row.text === text) return toMessage(row);
      if (body.version !== undefined && body.version !== row.version) throw new ApiError('version_conflict', 'somebody changed it in the meantime');
      const edited = await updateMessage(tx, {
        ...row,
        text,
        mentionedUserIds: await membersAmong(tx, params.channelId, mentions.userIds),
        mentionsEveryone: mentions.everyone,
        editedAt: tx.at,
      }, 'message.edited', actor.userId);
      return toMessage(edited);
    });
  }
}
