import { Injectable } from '@nestjs/common';
import { type RouteInput, type RouteOutput, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { MessageHistory, seqOfCursor } from './message-history.ts';

@Injectable()
export class ListMessages {
  constructor(private readonly database: DataSource) {}

  /**
   * A page of a channel that the person is in, and the head of its stream at the same moment.
   * @throws ApiError not_found, invalid_cursor, invalid_request for several places at once
   */
  run(actor: Actor, { params, query }: RouteInput<'listMessages'>): Promise<RouteOutput<'listMessages'>> {
    const places = [query.before, query.after, query.around].filter((place) => place !== undefined);
    if (places.length > 1) return Promise.reject(new ApiError('invalid_request', 'give one of before, after and around'));
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const [place] = await manager.query<{ readSeq: number; head: number }[]>(
        `SELECT member.read_seq AS "readSeq", coalesce(stream.head, 0) AS head
         FROM channel_member member LEFT JOIN stream ON stream.id = $3
         WHERE member.channel_id = $1 AND member.user_id = $2`,
        [params.channelId, actor.userId, streamId('channel', params.channelId)],
      );
      if (!place) throw new ApiError('not_found');
      const { head, readSeq } = place;
      const history = new MessageHistory(manager, { channelId: params.channelId, withReplies: query.replies === 'include' });
      if (query.before !== undefined) return { ...(await history.before(seqOfCursor(query.before), query.limit)), head };
      if (query.after !== undefined) return { ...(await history.after(seqOfCursor(query.after), query.limit)), head };
      if (query.around === 'unread') return { ...(await history.around(readSeq + 1, query.limit)), head };
      if (query.around !== undefined) return { ...(await history.around(await history.seqOf(query.around), query.limit)), head };
      return { ...(await history.before(head + 1, query.limit)), head };
    });
  }
}
