import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { advanceThreadCursor, readAllThreads, tellThreads } from '../thread-followers/index.ts';
import { requireThread } from './thread-place.ts';

@Injectable()
export class MoveThreadReadCursor {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
  ) {}

  /**
   * Read up to a seq: never back, never beyond the head. Says nothing when nothing changes, nor to
   * who doesn't follow it. @throws ApiError not_found
   */
  async run(actor: Actor, { params, body }: RouteInput<'moveThreadReadCursor'>): Promise<void> {
    const { threadId } = await requireThread(this.database, actor.userId, params, 'not_found');
    await this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      if (await advanceThreadCursor(tx, threadId, actor.userId, body.seq)) await tellThreads(tx, actor.userId, [threadId]);
    });
  }

  /** To the end of every thread that they follow. */
  all(actor: Actor): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      await readAllThreads(tx, actor.userId);
    });
  }

  /** Unread from this reply on; whoever wants that follows the thread. @throws ApiError not_found */
  unreadFrom(actor: Actor, { params, body }: RouteInput<'markThreadUnread'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.channelId), streamId('user', actor.userId));
      const { threadId, channelId } = await requireThread(tx, actor.userId, params, 'not_found');
      const [reply] = await tx.query<{ seq: number }>('SELECT seq FROM message WHERE id = $1 AND thread_id = $2', [body.replyId, threadId]);
      if (!reply) throw new ApiError('not_found');
      const changed = await tx.query(
        `WITH changed AS (
           INSERT INTO thread_follower AS f (user_id, thread_id, channel_id, read_seq) VALUES ($1, $2, $3, $4)
           ON CONFLICT (user_id, thread_id) DO UPDATE SET following = true, read_seq = excluded.read_seq
             WHERE NOT f.following OR f.read_seq <> excluded.read_seq
           RETURNING 1
         )
         SELECT 1 FROM changed`,
        [actor.userId, threadId, channelId, reply.seq - 1],
      );
      if (changed.length > 0) await tellThreads(tx, actor.userId, [threadId]);
    });
  }
}
