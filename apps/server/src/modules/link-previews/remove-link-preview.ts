import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockForPosting, requireMessage, touchMessage } from '../messages/index.ts';

@Injectable()
export class RemoveLinkPreview {
  constructor(private readonly streams: Streams) {}

  /**
   * It stays away, whatever the message becomes. Repeating it changes nothing more.
   * @throws ApiError not_found, forbidden
   */
  run(actor: Actor, { params: { channelId, messageId, previewId } }: RouteInput<'removeLinkPreview'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const message = await requireMessage(tx, channelId, messageId);
      const [shown] = await tx.query<{ removed: boolean }>('SELECT removed FROM message_link_preview WHERE message_id = $1 AND link_preview_id = $2', [messageId, previewId]);
      if (!shown) throw new ApiError('not_found');
      if (!can(actor, 'link_preview.remove', { ...posting, own: message.authorId === actor.userId })) throw new ApiError('forbidden');
      if (shown.removed) return message;
      await tx.query('UPDATE message_link_preview SET removed = true WHERE message_id = $1 AND link_preview_id = $2', [messageId, previewId]);
      return touchMessage(tx, channelId, messageId, actor.userId);
    });
  }
}
