import * as z from 'zod/mini';
import { commentAnchorSchema, commentThreadSchema } from '../document-shapes.ts';
import { cursor, id, pageLimit } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const byThread = z.strictObject({ id, threadId: id });
const byComment = z.strictObject({ id, threadId: id, commentId: id });
/** Markdown, as messages are. */
const text = z.string().check(z.maxLength(LIMITS.commentText));
/** The caller's id for a comment: repeating it returns the first result. */
const clientId = id;

/** What is said about a document, beside it. A text document only: on a whiteboard one writes. */
export const documentCommentRoutes = defineRoutes({
  listCommentThreads: {
    method: 'GET', path: '/documents/:id/comments', access: 'signed-in', summary: 'Threads about a document, the oldest first', params: byId, status: 200,
    query: z.strictObject({ state: z._default(z.enum(['open', 'resolved', 'all']), 'all'), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ threads: z.array(commentThreadSchema), next: z.nullable(z.string()) }), errors: ['not_found', 'invalid_cursor'],
  },
  createCommentThread: {
    method: 'POST', path: '/documents/:id/comments', access: 'signed-in', summary: 'First comment of a new thread, on a piece of the text or on all of it', params: byId, status: 201,
    details: '`anchor`: the piece, from `start` to `end`, each a Yjs relative position in base64; null: the whole document. `quote`: the words of the piece. Text documents only. The same `clientId` again is answered with the first result.',
    body: z.strictObject({ clientId, text, anchor: z.nullable(commentAnchorSchema), quote: z._default(z.string().check(z.maxLength(LIMITS.commentQuote)), '') }),
    response: commentThreadSchema,
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'client_id_reused', 'message_empty', 'too_many'],
  },
  replyToComment: {
    method: 'POST', path: '/documents/:id/comments/:threadId/replies', access: 'signed-in', summary: 'One more comment in a thread', params: byThread, status: 201,
    body: z.strictObject({ clientId, text }), response: commentThreadSchema,
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'client_id_reused', 'message_empty', 'too_many'],
  },
  resolveCommentThread: {
    method: 'PUT', path: '/documents/:id/comments/:threadId/resolved', access: 'signed-in', summary: 'Resolve a thread, or open it again', params: byThread, status: 200,
    body: z.strictObject({ resolved: z.boolean() }), response: commentThreadSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },
  editComment: {
    method: 'PATCH', path: '/documents/:id/comments/:threadId/comments/:commentId', access: 'signed-in', summary: 'Other words for my comment', params: byComment, status: 200,
    body: z.strictObject({ text }), response: commentThreadSchema,
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'message_deleted', 'message_empty'],
  },
  deleteComment: {
    method: 'DELETE', path: '/documents/:id/comments/:threadId/comments/:commentId', access: 'signed-in',
    summary: 'Delete my comment, or as a manager of the document anybody’s; a thread without any left is gone', params: byComment, status: 204,
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },
});
