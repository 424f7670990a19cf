import { Injectable } from '@nestjs/common';
import { type Forwarded, LIMITS, type Message, type RouteInput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { forwardedText } from './forwarded-text.ts';
import { lockForPosting } from './message.repository.ts';
import { PostMessage } from './post-message.ts';
import { readOwnMessages } from './read-messages.ts';

@Injectable()
export class ForwardMessage {
  constructor(
    private readonly streams: Streams,
    private readonly postMessage: PostMessage,
  ) {}

  /**
   * Sends what I may read to another conversation of mine, as it is now, with copies of its files.
   * Repeating a client id answers with the first, whatever became of the source.
   * @throws ApiError not_found, message_deleted, message_too_long, and as `PostMessage`
   */
  run(actor: Actor, { params, body }: RouteInput<'forwardMessage'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      // Both at once, and only those that are there: nobody deletes the source in between.
      await requireMembership(tx, actor.userId, body.channelId);
      await tx.lock(streamId('channel', body.channelId), ...((await isMember(tx, actor.userId, params.channelId)) ? [streamId('channel', params.channelId)] : []));
      const { seen } = await lockForPosting(tx, body.channelId, actor.userId, body.clientId);
      const source = await this.readSource(tx, actor, params, seen !== null);
      return this.postMessage.post(tx, actor, body.channelId, { clientId: body.clientId, text: body.text, ...source });
    });
  }

  private async readSource(
    tx: StreamTransaction, actor: Actor, { channelId, messageId }: RouteInput<'forwardMessage'>['params'], repeated: boolean,
  ): Promise<{ forwarded: Forwarded; filesFrom: string }> {
    const [message] = await readOwnMessages(tx, actor.userId, [messageId]);
    if (!repeated) {
      if (message?.channelId !== channelId) throw new ApiError('not_found');
      if (message.deletedAt !== null) throw new ApiError('message_deleted');
    }
    // Of a repeated request, only whose copy it was counts.
    const { text, authorId, createdAt } = message ? forwardedText(message) : { text: '', authorId: actor.userId, createdAt: tx.at.toISOString() };
    // Comment upon comment would grow for ever, past what is read as Markdown.
    if (!repeated && text.length > LIMITS.messageText) throw new ApiError('message_too_long', 'with all that it hands on itself');
    return { forwarded: { channelId, messageId, authorId, text, createdAt }, filesFrom: messageId };
  }
}

async function isMember(tx: StreamTransaction, userId: string, channelId: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM channel_member WHERE channel_id = $1 AND user_id = $2', [channelId, userId]);
  return rows.length > 0;
}

async function requireMembership(tx: StreamTransaction, userId: string, channelId: string): Promise<void> {
  if (!(await isMember(tx, userId, channelId))) throw new ApiError('not_found');
}
