import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { tickTask } from '@parvis/rich-text';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { keepRevision } from './keep-revision.ts';
import { editMessage, lockForPosting, readMessage } from './message.repository.ts';
import { requireMessage } from './read-messages.ts';

@Injectable()
export class TickTask {
  constructor(private readonly streams: Streams) {}

  /**
   * Ticks or unticks one task in the text as it is now, so that what others tick at the same time
   * stays. Doing it again changes nothing more.
   * @throws ApiError not_found, channel_archived, posting_restricted, message_deleted, task_not_found
   */
  run(actor: Actor, { params, body }: RouteInput<'tickTask'>): Promise<Message> {
    const { channelId, messageId, index } = params;
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const row = await readMessage(tx, channelId, messageId);
      if (!row) throw new ApiError('not_found');
      if (!can(actor, 'message.tick_task', posting)) throw new ApiError(posting.archived ? 'channel_archived' : 'posting_restricted');
      if (row.deletedAt) throw new ApiError('message_deleted');
      const text = tickTask(row.text, index, body.done);
      if (text === null) throw new ApiError('task_not_found');
      if (text !== row.text) {
        await keepRevision(tx, row);
        await editMessage(tx, { ...row, text, editedAt: tx.at }, row, actor.userId);
      }
      return requireMessage(tx, channelId, messageId);
    });
  }
}
