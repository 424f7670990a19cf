import { Injectable } from '@nestjs/common';
import { type RouteInput, type ScheduledMessage, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from '../channels/index.ts';
import { isMessageOf, readHeldFiles, requireHeldFiles } from '../drafts/index.ts';
import { checkText, requireMessage } from '../messages/index.ts';
import { type ScheduledMessageRow, toScheduledMessage } from './scheduled-message-row.ts';
import { findByClientId, insertScheduled, refuseTooMany, tellScheduled } from './scheduled-message.repository.ts';
import { requireFuture, SendJobs } from './send-jobs.ts';

type Body = RouteInput<'createScheduledMessage'>['body'];

@Injectable()
export class CreateScheduledMessage {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly jobs: SendJobs,
  ) {}

  /**
   * Keeps a message until its time. Who may not write there now is told so now; whether they may
   * then is asked again then.
   * @throws ApiError not_found, channel_archived, posting_restricted, scheduled_in_past, client_id_reused, message_too_long,
   * message_empty, attachment_invalid, thread_invalid, too_many
   */
  run(actor: Actor, { body }: RouteInput<'createScheduledMessage'>): Promise<ScheduledMessage> {
    const text = checkText(body.text, { mayBeEmpty: body.attachmentIds.length > 0 });
    const requestHash = hashOf(body, text);
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const first = await findByClientId(tx, actor.userId, body.clientId);
      if (first) {
        if (first.requestHash !== requestHash) throw new ApiError('client_id_reused');
        // One that ended knows its words no more: they are those of this request, which is the first one's.
        const { fileIds, ...said } = first.endedAt === null ? first : { ...first, text, fileIds: body.attachmentIds };
        return toScheduledMessage({ ...said, fileIds }, await readHeldFiles(tx, actor.userId, fileIds));
      }
      await this.requireRight(tx, actor, body);
      const sendAt = requireFuture(body.sendAt, tx.at);
      await requireHeldFiles(tx, actor.userId, body.attachmentIds);
      await refuseTooMany(tx, actor.userId);
      const row: ScheduledMessageRow = {
        id: uuidv7(), channelId: body.channelId, threadId: body.threadId, text, fileIds: body.attachmentIds, sendAt,
        quotedMessageId: body.quotedMessageId ?? null, alsoInChannel: body.threadId !== null && body.alsoInChannel === true,
        failure: null, createdAt: tx.at, endedAt: null, requestHash, toldSeq: 0,
      };
      await insertScheduled(tx, actor.userId, row, body.clientId);
      await this.jobs.set(tx, actor.userId, row.id, sendAt);
      return tellScheduled(tx, actor.userId, row);
    });
  }

  private async requireRight(tx: StreamTransaction, actor: Actor, { channelId, threadId, quotedMessageId }: Body): Promise<void> {
    const { channel, place } = await this.access.requireMember(tx, channelId, actor.userId);
    const { archived, channelRole, teamRole } = place;
    if (channelRole === null || !can(actor, 'message.send', { archived, channelRole, teamRole, posting: channel.posting, mentionAll: channel.mentionAll })) {
      throw new ApiError(archived ? 'channel_archived' : 'posting_restricted');
    }
    if (threadId !== null && !(await isMessageOf(tx, channelId, threadId, { root: true }))) throw new ApiError('thread_invalid');
    // One that was deleted a moment ago is quoted without its words, as by a message that is sent.
    if (quotedMessageId !== undefined) await requireMessage(tx, channelId, quotedMessageId);
  }
}

/** A request without what was added later is hashed as it was before. */
function hashOf({ channelId, threadId, attachmentIds, sendAt, quotedMessageId, alsoInChannel }: Body, text: string): string {
  const added = quotedMessageId === undefined && alsoInChannel === undefined ? [] : [quotedMessageId, alsoInChannel];
  return createHash('sha256').update(JSON.stringify([channelId, threadId, text, attachmentIds, new Date(sendAt).getTime(), ...added])).digest('base64url');
}
