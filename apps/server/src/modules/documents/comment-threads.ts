import type { CommentThread } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** SQL: a thread `t` of which something is left. */
export const SOME_LEFT = 'EXISTS (SELECT FROM document_comment c WHERE c.thread_id = t.id AND c.deleted_at IS NULL)';

interface ThreadRow {
  id: string;
  anchorStart: string | null;
  anchorEnd: string | null;
  quote: string;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

interface CommentRow {
  id: string;
  threadId: string;
  authorId: string;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

/** Threads with all that is said in them, in the order of `ids`. */
export async function readThreads(query: Query, ids: readonly string[]): Promise<CommentThread[]> {
  if (ids.length === 0) return [];
  const threads = await query.query<ThreadRow>(
    `SELECT t.id, t.anchor_start AS "anchorStart", t.anchor_end AS "anchorEnd", t.quote, t.resolved_at AS "resolvedAt", t.resolved_by AS "resolvedBy"
     FROM document_comment_thread t WHERE t.id = ANY($1) ORDER BY array_position($1::uuid[], t.id)`,
    [ids],
  );
  const comments = await query.query<CommentRow>(
    `SELECT id, thread_id AS "threadId", author_id AS "authorId", text, created_at AS "createdAt", edited_at AS "editedAt", deleted_at AS "deletedAt"
     FROM document_comment WHERE thread_id = ANY($1) ORDER BY created_at, id`,
    [ids],
  );
  const said = Map.groupBy(comments, ({ threadId }) => threadId);
  return threads.map(({ id, anchorStart, anchorEnd, quote, resolvedAt, resolvedBy }) => ({
    id,
    anchor: anchorStart === null || anchorEnd === null ? null : { start: anchorStart, end: anchorEnd },
    quote,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy,
    comments: (said.get(id) ?? []).map((each) => ({
      id: each.id,
      authorId: each.authorId,
      text: each.text,
      createdAt: each.createdAt.toISOString(),
      editedAt: each.editedAt?.toISOString() ?? null,
      deletedAt: each.deletedAt?.toISOString() ?? null,
    })),
  }));
}

/** @throws ApiError not_found */
export async function readThread(query: Query, id: string): Promise<CommentThread> {
  const [thread] = await readThreads(query, [id]);
  if (!thread) throw new ApiError('not_found');
  return thread;
}

/** That it is a thread about this document, and that something is left of it. @throws ApiError not_found */
export async function requireThread(query: Query, documentId: string, threadId: string): Promise<{ resolved: boolean }> {
  const [row] = await query.query<{ resolved: boolean }>(
    `SELECT t.resolved_at IS NOT NULL AS resolved FROM document_comment_thread t WHERE t.id = $1 AND t.document_id = $2 AND ${SOME_LEFT}`, [threadId, documentId],
  );
  if (!row) throw new ApiError('not_found');
  return row;
}
