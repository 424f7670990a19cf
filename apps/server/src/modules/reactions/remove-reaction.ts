import { Injectable } from '@nestjs/common';
import { type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { emojiKeyOf } from '../emoji/index.ts';
import { lockForPosting, requireMessage } from '../messages/index.ts';

@Injectable()
export class RemoveReaction {
  constructor(private readonly streams: Streams) {}

  /**
   * Doing it again changes nothing more. An emoji that was removed from the organisation can be
   * taken back like any other.
   * @throws ApiError not_found, channel_archived
   */
  run(actor: Actor, { params }: RouteInput<'removeReaction'>): Promise<Message> {
    const { channelId, messageId } = params;
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const message = await requireMessage(tx, channelId, messageId);
      if (!can(actor, 'message.react', posting)) throw new ApiError('channel_archived');
      const emoji = emojiKeyOf(params.emoji);
      const mine = message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(actor.userId)) ?? false;
      if (emoji === null || !mine) return message;
      await tx.query('DELETE FROM reaction WHERE message_id = $1 AND emoji = $2 AND user_id = $3', [messageId, emoji, actor.userId]);
      // What was a slip is not what this person likes to use.
      await tx.query('UPDATE emoji_use SET count = count - 1 WHERE user_id = $1 AND emoji = $2 AND count > 0', [actor.userId, emoji]);
      const reaction = { messageId, messageSeq: message.seq, emoji, userId: actor.userId };
      const version = await tx.append(streamId('channel', channelId), 'message.reaction_removed', reaction, { author: actor.userId });
      await tx.query('UPDATE message SET version = $2 WHERE id = $1', [messageId, version]);
      return requireMessage(tx, channelId, messageId);
    });
  }
}
