import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { MessageHistory, requireMessage, seqOfCursor } from '../messages/index.ts';
import { readThreadSummaries } from '../thread-followers/index.ts';
import { requireThread, type ThreadPlace } from './thread-place.ts';

type Input = RouteInput<'listReplies'>;

@Injectable()
export class ListReplies {
  constructor(private readonly database: DataSource) {}

  /**
   * A page of a thread with the message that it hangs from, and my place in it, all of one moment.
   * @throws ApiError not_found, thread_invalid, invalid_cursor, invalid_request for several places at once
   */
  run(actor: Actor, { params, query }: Input): Promise<RouteOutput<'listReplies'>> {
    const places = [query.before, query.after, query.around].filter((place) => place !== undefined);
    if (places.length > 1) return Promise.reject(new ApiError('invalid_request', 'give one of before, after and around'));
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const place = await requireThread(manager, actor.userId, params);
      const [summary = null] = await readThreadSummaries(manager, actor.userId, [place.threadId]);
      return {
        root: await requireMessage(manager, place.channelId, place.threadId),
        summary,
        ...(await page(manager, place, query, summary?.readSeq ?? 0)),
        head: place.head,
      };
    });
  }
}

async function page(manager: EntityManager, { threadId, head }: ThreadPlace, { before, after, around, limit }: Input['query'], readSeq: number) {
  const history = new MessageHistory(manager, { threadId });
  if (before !== undefined) return history.before(seqOfCursor(before), limit);
  if (after !== undefined) return history.after(seqOfCursor(after), limit);
  if (around === 'end') return history.before(head + 1, limit);
  if (around === 'unread') return history.around(readSeq + 1, limit);
  if (around !== undefined) return history.around(await history.seqOf(around), limit);
  return history.after(0, limit);
}
