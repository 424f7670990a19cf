import { Injectable } from '@nestjs/common';
import { type RouteInput, type ScheduledMessage, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { readHeldFiles } from '../drafts/index.ts';
import { checkText } from '../messages/index.ts';
import { type ScheduledMessageRow, toScheduledMessage } from './scheduled-message-row.ts';
import { requireOpen, writeScheduled } from './scheduled-message.repository.ts';
import { requireFuture, SendJobs } from './send-jobs.ts';

@Injectable()
export class UpdateScheduledMessage {
  constructor(
    private readonly streams: Streams,
    private readonly jobs: SendJobs,
  ) {}

  /** With another time, one that could not be sent is tried again then. @throws ApiError not_found, scheduled_in_past, message_too_long, message_empty */
  run(actor: Actor, { params, body }: RouteInput<'updateScheduledMessage'>): Promise<ScheduledMessage> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const before = await requireOpen(tx, actor.userId, params.id);
      const text = body.text === undefined ? before.text : checkText(body.text, { mayBeEmpty: before.fileIds.length > 0 });
      const moved = body.sendAt !== undefined && new Date(body.sendAt).getTime() !== before.sendAt.getTime();
      const sendAt = body.sendAt !== undefined && moved ? requireFuture(body.sendAt, tx.at) : before.sendAt;
      if (text === before.text && !moved) return toScheduledMessage(before, await readHeldFiles(tx, actor.userId, before.fileIds));
      const row: ScheduledMessageRow = { ...before, text, sendAt, failure: moved ? null : before.failure };
      if (moved) await this.jobs.set(tx, actor.userId, row.id, sendAt);
      return writeScheduled(tx, actor.userId, row);
    });
  }
}
