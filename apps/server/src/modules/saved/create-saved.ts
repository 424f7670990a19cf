import { Injectable } from '@nestjs/common';
import { type RouteInput, type SavedItem, streamId } from '@parvis/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from '../channels/index.ts';
import { Reminders, requireFuture } from './reminders.ts';
import { type SavedItemRow, toSavedItem } from './saved-item-row.ts';
import { findSavedItem, insertSavedItem, refuseTooMany, tellSavedItem, writeSavedItem } from './saved-item.repository.ts';

type Body = RouteInput<'createSaved'>['body'];

@Injectable()
export class CreateSaved {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly reminders: Reminders,
  ) {}

  /**
   * Keeps a message or a note. What was kept before is that item again, to do once more, with the
   * reminder that is asked for now if one is, also for who has left the conversation since.
   * @throws ApiError not_found, message_deleted, message_empty, scheduled_in_past, too_many
   */
  run(actor: Actor, { body }: RouteInput<'createSaved'>): Promise<SavedItem> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const before = await findSavedItem(tx, actor.userId, body);
      if (before) return toSavedItem(await this.again(tx, actor, before, body));
      const channelId = await this.channelOf(tx, actor, body);
      if (body.messageId === undefined && body.text.trim() === '') throw new ApiError('message_empty');
      const remindAt = requireFuture(body.remindAt, tx.at);
      await refuseTooMany(tx, actor.userId);
      const row: SavedItemRow = {
        id: uuidv7(), messageId: body.messageId ?? null, channelId, text: body.text, state: 'todo', remindAt, remindedAt: null, createdAt: tx.at,
      };
      await insertSavedItem(tx, actor.userId, row, body.clientId ?? null);
      if (remindAt !== null) await this.reminders.set(tx, actor.userId, row.id, remindAt);
      await tellSavedItem(tx, actor.userId, row);
      return toSavedItem(row);
    });
  }

  private async again(tx: StreamTransaction, actor: Actor, before: SavedItemRow, body: Body): Promise<SavedItemRow> {
    if (body.messageId !== undefined && body.channelId !== undefined && body.channelId !== before.channelId) throw new ApiError('not_found');
    const asked = body.remindAt === null || before.remindAt?.toISOString() === new Date(body.remindAt).toISOString() ? null : requireFuture(body.remindAt, tx.at);
    // A note that is asked for twice is the answer that was lost; a message is saved anew.
    const reopened = before.messageId !== null && before.state === 'done';
    if (asked === null && !reopened) return before;
    if (reopened) await refuseTooMany(tx, actor.userId);
    const row: SavedItemRow = { ...before, state: 'todo', ...(asked && { remindAt: asked, remindedAt: null }) };
    if (asked) await this.reminders.set(tx, actor.userId, row.id, asked);
    await writeSavedItem(tx, actor.userId, row);
    return row;
  }

  /** The message's channel, else the one that a note is about; of either this person is a member. */
  private async channelOf(tx: StreamTransaction, actor: Actor, body: Body): Promise<string | null> {
    if (body.messageId === undefined) {
      if (body.channelId !== undefined) await this.access.requireMember(tx, body.channelId, actor.userId);
      return body.channelId ?? null;
    }
    const [message] = await tx.query<{ channelId: string; deleted: boolean }>(
      `SELECT message.channel_id AS "channelId", message.deleted_at IS NOT NULL AS deleted
       FROM message JOIN channel_member member ON member.channel_id = message.channel_id AND member.user_id = $2
       WHERE message.id = $1`,
      [body.messageId, actor.userId],
    );
    if (!message || (body.channelId !== undefined && body.channelId !== message.channelId)) throw new ApiError('not_found');
    if (message.deleted) throw new ApiError('message_deleted');
    return message.channelId;
  }
}
