import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { endScheduled, requireOpen } from './scheduled-message.repository.ts';
import { SendJobs } from './send-jobs.ts';

@Injectable()
export class DeleteScheduledMessage {
  constructor(
    private readonly streams: Streams,
    private readonly jobs: SendJobs,
  ) {}

  /** @throws ApiError not_found for what was sent already, too */
  run(actor: Actor, { params }: RouteInput<'deleteScheduledMessage'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const row = await requireOpen(tx, actor.userId, params.id);
      await this.jobs.cancel(tx, row.id);
      await endScheduled(tx, actor.userId, row);
    });
  }
}
