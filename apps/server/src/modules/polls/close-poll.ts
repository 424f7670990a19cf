import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockForPosting, requireMessage, touchMessage } from '../messages/index.ts';
import { requirePoll } from './poll.repository.ts';

@Injectable()
export class ClosePoll implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('polls.close', (payload) => this.closeDue(payload));
  }

  /**
   * Repeating it changes nothing more.
   * @throws ApiError not_found, forbidden
   */
  run(actor: Actor, { params: { channelId, messageId } }: RouteInput<'closePoll'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const poll = await requirePoll(tx, channelId, messageId);
      if (!can(actor, 'poll.close', { ...posting, own: poll.authorId === actor.userId })) throw new ApiError('forbidden');
      if (poll.closedAt !== null) return requireMessage(tx, channelId, messageId);
      // Its own end may have come before, unnoticed.
      const at = poll.closesAt !== null && poll.closesAt < tx.at ? poll.closesAt : tx.at;
      await tx.query('UPDATE poll SET closed_at = $2 WHERE message_id = $1', [messageId, at]);
      return touchMessage(tx, channelId, messageId, actor.userId);
    });
  }

  /** Its time has come. Deleted or closed by hand meanwhile: nothing to do. */
  private closeDue({ channelId, messageId }: JobPayload<'polls.close'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      if (!(await tx.lockExisting(streamId('channel', channelId)))) return;
      const closed = await tx.query(
        `WITH closed AS (
           UPDATE poll SET closed_at = closes_at FROM message
           WHERE poll.message_id = $1 AND message.id = $1 AND message.channel_id = $2 AND message.deleted_at IS NULL
             AND closed_at IS NULL AND closes_at <= clock_timestamp() RETURNING 1
         ) SELECT 1 FROM closed`,
        [messageId, channelId],
      );
      if (closed.length > 0) await touchMessage(tx, channelId, messageId, null);
    });
  }
}
