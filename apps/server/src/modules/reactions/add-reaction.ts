import { Injectable } from '@nestjs/common';
import { LIMITS, type Message, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { requireEmoji } from '../emoji/index.ts';
import { lockForPosting, requireMessage } from '../messages/index.ts';

@Injectable()
export class AddReaction {
  constructor(private readonly streams: Streams) {}

  /**
   * Doing it again changes nothing more.
   * @throws ApiError not_found, channel_archived, message_deleted, emoji_invalid, too_many
   */
  run(actor: Actor, { params }: RouteInput<'addReaction'>): Promise<Message> {
    const { channelId, messageId } = params;
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const message = await requireMessage(tx, channelId, messageId);
      if (!can(actor, 'message.react', posting)) throw new ApiError('channel_archived');
      if (message.deletedAt !== null) throw new ApiError('message_deleted');
      const emoji = await requireEmoji(tx, params.emoji);
      const reaction = { messageId, messageSeq: message.seq, emoji, userId: actor.userId };
      if (!(await insertReaction(tx, reaction, tx.head(streamId('channel', channelId)) + 1))) return message;
      await countUse(tx, actor.userId, emoji);
      const version = await tx.append(streamId('channel', channelId), 'message.reaction_added', reaction, { author: actor.userId });
      await tx.query('UPDATE message SET version = $2 WHERE id = $1', [messageId, version]);
      return requireMessage(tx, channelId, messageId);
    });
  }
}

/** @returns false when it was there already */
async function insertReaction(tx: StreamTransaction, reaction: { messageId: string; emoji: string; userId: string }, seq: number): Promise<boolean> {
  const { messageId, emoji, userId } = reaction;
  const used = await tx.query<{ emoji: string; firstSeq: number; mine: boolean }>(
    'SELECT emoji, min(emoji_seq) AS "firstSeq", bool_or(user_id = $2) AS mine FROM reaction WHERE message_id = $1 GROUP BY emoji',
    [messageId, userId],
  );
  const same = used.find((other) => other.emoji === emoji);
  if (same?.mine === true) return false;
  if (!same && used.length >= LIMITS.reactionsPerMessage) throw new ApiError('too_many', `at most ${LIMITS.reactionsPerMessage} different emoji`);
  await tx.query(
    'INSERT INTO reaction (message_id, emoji, user_id, seq, emoji_seq) VALUES ($1, $2, $3, $4, $5)',
    [messageId, emoji, userId, seq, same?.firstSeq ?? seq],
  );
  return true;
}

async function countUse(tx: StreamTransaction, userId: string, emoji: string): Promise<void> {
  await tx.query(
    `INSERT INTO emoji_use (user_id, emoji, count, last_at) VALUES ($1, $2, 1, $3)
     ON CONFLICT (user_id, emoji) DO UPDATE SET count = emoji_use.count + 1, last_at = excluded.last_at`,
    [userId, emoji, tx.at],
  );
}
