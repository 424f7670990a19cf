import { Injectable } from '@nestjs/common';
import { type Forwarded, type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Attachments } from '../files/index.ts';
import { readExtras } from './message-extras.ts';
import { mentionsIn } from './message-mentions.ts';
import { type MessageRow, NO_THREAD, toMessage } from './message-row.ts';
import { MessageFollowUps } from './message-follow-ups.ts';
import { checkText } from './message-text.ts';
import { insertMessage, lockForPosting, readMessage } from './message.repository.ts';
import { requireMessage } from './read-messages.ts';
import { countReply, followReply, requireRoot } from './thread-root.ts';

type Body = RouteInput<'sendMessage'>['body'];

export interface MessageDraft extends Body {
  forwarded?: Forwarded;
  /** The message whose files are copied. */
  filesFrom?: string;
  /** It stands for this meeting, whose row is there already. */
  meetingId?: string;
}

@Injectable()
export class PostMessage {
  constructor(
    private readonly attachments: Attachments,
    private readonly followUps: MessageFollowUps,
  ) {}

  /**
   * Writes a message into a channel and tells it, as part of a transaction: by hand, at its time, as a
   * poll or forwarded. A client id that this author used here before answers with that first message,
   * for ever; with another body it is refused. Locks the channel's stream, and afterwards those of
   * people: a transaction that locks others itself locks the channel's in the same call.
   * @throws ApiError not_found, channel_archived, posting_restricted, client_id_reused, message_too_long, message_empty,
   *   thread_invalid, attachment_invalid, scheduled_in_past
   */
  async post(tx: StreamTransaction, actor: Pick<Actor, 'userId' | 'role'>, channelId: string, draft: MessageDraft): Promise<Message> {
    const { clientId } = draft;
    const text = checkText(draft.text, { mayBeEmpty: hasMoreThanText(draft) });
    const requestHash = hashOf(text, draft);
    const posting = await lockForPosting(tx, channelId, actor.userId, clientId);
    if (posting.seen) {
      if (posting.seen.requestHash !== null && posting.seen.requestHash !== requestHash) throw new ApiError('client_id_reused');
      return requireMessage(tx, channelId, posting.seen.messageId);
    }
    if (!can(actor, 'message.send', posting)) throw new ApiError(posting.archived ? 'channel_archived' : 'posting_restricted');
    if (draft.poll?.closesAt != null && Date.parse(draft.poll.closesAt) <= tx.at.getTime()) throw new ApiError('scheduled_in_past');
    const root = draft.threadId === undefined ? null : await requireRoot(tx, channelId, draft.threadId);
    if (draft.quotedMessageId !== undefined && !(await readMessage(tx, channelId, draft.quotedMessageId))) throw new ApiError('not_found', 'the quoted message is not in this channel');

    const row = await insertMessage(tx, {
      id: uuidv7(),
      channelId,
      authorId: actor.userId,
      text,
      clientId,
      ...(await mentionsIn(tx, text, { actor, channelId, posting })),
      createdAt: tx.at,
      editedAt: null,
      deletedAt: null,
      style: draft.style ?? null,
      threadId: root?.id ?? null,
      alsoInChannel: root !== null && draft.alsoInChannel === true,
      ...NO_THREAD,
      quotedMessageId: draft.quotedMessageId ?? null,
      forwarded: draft.forwarded ?? null,
      pinnedAt: null,
      pinnedBy: null,
    });
    const message = await this.withExtras(tx, row, draft);
    const thread = root && (await countReply(tx, root, row));
    await tx.append(streamId('channel', channelId), 'message.created', { message, ...(thread ? { root: thread } : {}) }, {
      author: actor.userId, clientId, requestHash,
    });
    if (root) await followReply(tx, root, row);
    await this.followUps.afterPosting(tx, message);
    return message;
  }

  private async withExtras(tx: StreamTransaction, row: MessageRow, draft: MessageDraft): Promise<Message> {
    const place = { channelId: row.channelId, messageId: row.id, userId: row.authorId };
    if (draft.attachmentIds?.length) await this.attachments.attach(tx, draft.attachmentIds, place);
    if (draft.filesFrom !== undefined) await this.attachments.copyTo(tx, draft.filesFrom, place);
    if (draft.poll) await insertPoll(tx, row.id, draft.poll);
    if (draft.meetingId !== undefined) await tx.query('UPDATE meeting SET message_id = $2 WHERE id = $1', [draft.meetingId, row.id]);
    const any = hasMoreThanText(draft) || row.quotedMessageId !== null;
    return toMessage(row, any ? (await readExtras(tx, [row.id])).get(row.id) : undefined);
  }
}

const hasMoreThanText = ({ attachmentIds = [], poll, forwarded, meetingId }: MessageDraft): boolean =>
  attachmentIds.length > 0 || poll !== undefined || forwarded !== undefined || meetingId !== undefined;

/** Of the whole request but where it goes and its client id, in one order of its fields. */
function hashOf(text: string, { style, threadId, alsoInChannel, quotedMessageId, attachmentIds, poll, forwarded }: MessageDraft): string {
  const rest = JSON.stringify({ style, threadId, alsoInChannel, quotedMessageId, attachmentIds, poll, forwarded: forwarded?.messageId });
  // No text has a NUL in it. A plain text is hashed alone.
  return createHash('sha256').update(rest === '{}' ? text : `${text}\0${rest}`).digest('base64url');
}

async function insertPoll(tx: StreamTransaction, messageId: string, { question, options, multiple, anonymous, closesAt }: NonNullable<Body['poll']>): Promise<void> {
  await tx.query(
    'INSERT INTO poll (message_id, question, options, multiple, anonymous, closes_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [messageId, question, options, multiple, anonymous, closesAt],
  );
}
