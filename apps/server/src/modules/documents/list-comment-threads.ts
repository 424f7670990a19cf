import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { encodeCursor } from '../../platform/http/cursor.ts';
import { readThreads, SOME_LEFT } from './comment-threads.ts';
import { seeDocument } from './document-access.ts';
import { placeOf } from './moment-cursor.ts';

@Injectable()
export class ListCommentThreads {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError not_found, invalid_cursor */
  run(actor: Actor, { params, query }: RouteInput<'listCommentThreads'>): Promise<RouteOutput<'listCommentThreads'>> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor);
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      await seeDocument(manager, actor, params.id);
      const rows = await manager.query<{ id: string; at: number }[]>(
        `SELECT t.id, floor(extract(epoch FROM t.created_at) * 1000)::bigint AS at FROM document_comment_thread t
         WHERE t.document_id = $1 AND ($2 = 'all' OR (t.resolved_at IS NULL) = ($2 = 'open')) AND ${SOME_LEFT}
           AND ($3::bigint IS NULL OR (t.created_at, t.id) > (timestamptz 'epoch' + $3::bigint * interval '1 millisecond', $4::uuid))
         ORDER BY t.created_at, t.id LIMIT $5`,
        [params.id, query.state, after?.at ?? null, after?.id ?? null, query.limit + 1],
      );
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        threads: await readThreads(manager, page.map(({ id }) => id)),
        next: rows.length > query.limit && last ? encodeCursor([last.at, last.id]) : null,
      };
    });
  }
}
