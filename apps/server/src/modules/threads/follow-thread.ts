import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId, type ThreadSummary } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { readThreadSummaries, startFollowing } from '../thread-followers/index.ts';
import { requireThread } from './thread-place.ts';

@Injectable()
export class FollowThread {
  constructor(private readonly streams: Streams) {}

  /** From here on: what is there counts as read. Again changes nothing. @throws ApiError not_found, thread_invalid */
  follow(actor: Actor, { params }: RouteInput<'followThread'>): Promise<ThreadSummary> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.channelId), streamId('user', actor.userId));
      const thread = await requireThread(tx, actor.userId, params);
      await startFollowing(tx, thread, [{ userId: actor.userId, readSeq: Math.max(thread.seq, thread.lastReplySeq ?? 0), again: true }]);
      const [summary] = await readThreadSummaries(tx, actor.userId, [thread.threadId]);
      return summary!;
    });
  }

  /** Remembered, so that no further reply brings it back unless it mentions them. @throws ApiError not_found */
  unfollow(actor: Actor, { params }: RouteInput<'unfollowThread'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.channelId), streamId('user', actor.userId));
      const { threadId, channelId } = await requireThread(tx, actor.userId, params, 'not_found');
      const [followed] = await readThreadSummaries(tx, actor.userId, [threadId]);
      await tx.query(
        `INSERT INTO thread_follower (user_id, thread_id, channel_id, following) VALUES ($1, $2, $3, false)
         ON CONFLICT (user_id, thread_id) DO UPDATE SET following = false`,
        [actor.userId, threadId, channelId],
      );
      if (followed) await tx.append(streamId('user', actor.userId), 'thread.unfollowed', { threadId });
    });
  }
}
