import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { readReadCursor, readSeqOfMessage, writeUnreadFrom } from './read-cursor.repository.ts';
import { tellReadCursor } from './read-cursor-event.ts';

@Injectable()
export class MarkUnread {
  constructor(
    private readonly streams: Streams,
    private readonly summaries: ChannelSummaries,
  ) {}

  /** Unread from this message on, until the channel is read again. @throws ApiError not_found */
  run(actor: Actor, { params, body }: RouteInput<'markUnread'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      if (!(await readReadCursor(tx, params.id, actor.userId))) throw new ApiError('not_found');
      const seq = await readSeqOfMessage(tx, params.id, body.messageId);
      if (seq === null) throw new ApiError('not_found');
      if (await writeUnreadFrom(tx, params.id, actor.userId, seq)) await tellReadCursor(tx, this.summaries, actor.userId, params.id);
    });
  }
}
