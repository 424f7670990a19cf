import { Injectable } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput, ThreadSummary } from '@parvis/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { readMessages } from '../messages/index.ts';
import { readThreadSummaries } from '../thread-followers/index.ts';

/** Of each thread, so many of its last replies are shown. */
const REPLIES = 3;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Listed {
  threadId: string;
  at: Date;
}

@Injectable()
export class ListThreads {
  constructor(private readonly database: DataSource) {}

  /** Threads that the person follows, the latest reply first. @throws ApiError invalid_cursor */
  run(actor: Actor, { query }: RouteInput<'listThreads'>): Promise<RouteOutput<'listThreads'>> {
    const place = query.cursor === undefined ? null : placeOf(query.cursor);
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const rows = await listed(manager, actor.userId, { unread: query.filter === 'unread', place, limit: query.limit + 1 });
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        threads: await whole(manager, actor.userId, page.map(({ threadId }) => threadId)),
        next: rows.length > query.limit && last ? encodeCursor([last.at.toISOString(), last.threadId]) : null,
      };
    });
  }
}

/** Unread: those that the badge of threads counts, hence none of muted conversations. */
async function listed(manager: EntityManager, userId: string, { unread, place, limit }: { unread: boolean; place: [string, string] | null; limit: number }): Promise<Listed[]> {
  return manager.query<Listed[]>(
    `SELECT * FROM (
       SELECT f.thread_id AS "threadId", date_trunc('milliseconds', coalesce(root.last_reply_at, root.created_at)) AS at
       FROM thread_follower f
       JOIN message root ON root.id = f.thread_id
       JOIN channel_member member ON member.channel_id = f.channel_id AND member.user_id = f.user_id
       WHERE f.user_id = $1 AND f.following AND (NOT $2::boolean OR (
         NOT member.muted AND root.last_reply_seq > f.read_seq AND EXISTS (
           SELECT 1 FROM message x WHERE x.thread_id = f.thread_id AND x.seq > f.read_seq AND x.author_id <> $1 AND x.deleted_at IS NULL
         )
       ))
     ) thread
     WHERE $3::timestamptz IS NULL OR (at, "threadId") < ($3::timestamptz, $4::uuid)
     ORDER BY at DESC, "threadId" DESC LIMIT $5`,
    [userId, unread, place?.[0] ?? null, place?.[1] ?? null, limit],
  );
}

async function whole(manager: EntityManager, userId: string, threadIds: string[]) {
  if (threadIds.length === 0) return [];
  const summaries = new Map((await readThreadSummaries(manager, userId, threadIds)).map((summary) => [summary.threadId, summary]));
  const replies = await manager.query<{ id: string }[]>(
    `SELECT reply.id FROM unnest($1::uuid[]) AS thread (id) CROSS JOIN LATERAL (
       SELECT x.id, x.seq FROM message x WHERE x.thread_id = thread.id AND x.deleted_at IS NULL ORDER BY x.seq DESC LIMIT ${REPLIES}
     ) reply
     ORDER BY reply.seq`,
    [threadIds],
  );
  const messages = await readMessages(manager, { ids: [...threadIds, ...replies.map(({ id }) => id)] });
  const roots = new Map(messages.map((message) => [message.id, message]));
  return threadIds.map((threadId): { summary: ThreadSummary; root: Message; replies: Message[] } => ({
    summary: summaries.get(threadId)!,
    root: roots.get(threadId)!,
    replies: messages.filter((message) => message.threadId === threadId),
  }));
}

/** Where the page before ended. */
function placeOf(cursor: string): [string, string] {
  const [at, threadId] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof threadId !== 'string' || !UUID.test(threadId)) throw new ApiError('invalid_cursor');
  return [at, threadId];
}
