import { Injectable } from '@nestjs/common';
import { LIMITS, type Message, type RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockForPosting, requireMessage, touchMessage } from '../messages/index.ts';

@Injectable()
export class PinMessage {
  constructor(private readonly streams: Streams) {}

  /**
   * Pinning again leaves who pinned it and when.
   * @throws ApiError not_found, forbidden, channel_archived, message_deleted, too_many
   */
  pin(actor: Actor, { params }: RouteInput<'pinMessage'>): Promise<Message> {
    return this.change(actor, params, async (tx, message) => {
      if (message.deletedAt !== null) throw new ApiError('message_deleted');
      if (message.pin) return false;
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
        'SELECT count(*) FROM message WHERE channel_id = $1 AND pinned_at IS NOT NULL',
        [message.channelId],
      );
      if (count >= LIMITS.pinsPerChannel) throw new ApiError('too_many', `at most ${LIMITS.pinsPerChannel} pins in a channel`);
      await tx.query('UPDATE message SET pinned_at = $2, pinned_by = $3 WHERE id = $1', [message.id, tx.at, actor.userId]);
      return true;
    });
  }

  /** @throws ApiError not_found, forbidden, channel_archived */
  unpin(actor: Actor, { params }: RouteInput<'unpinMessage'>): Promise<Message> {
    return this.change(actor, params, async (tx, message) => {
      if (!message.pin) return false;
      await tx.query('UPDATE message SET pinned_at = NULL, pinned_by = NULL WHERE id = $1', [message.id]);
      return true;
    });
  }

  private change(
    actor: Actor,
    { channelId, messageId }: { channelId: string; messageId: string },
    write: (tx: StreamTransaction, message: Message) => Promise<boolean>,
  ): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const message = await requireMessage(tx, channelId, messageId);
      if (!can(actor, 'message.pin', posting)) throw new ApiError(posting.archived ? 'channel_archived' : 'forbidden');
      return (await write(tx, message)) ? touchMessage(tx, channelId, messageId, actor.userId) : message;
    });
  }
}
