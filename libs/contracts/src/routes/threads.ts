import * as z from 'zod/mini';
import { cursor, id, pageLimit, seq } from '../fields.ts';
import { messageSchema, threadSummarySchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

/** The first message of a thread, in its channel. */
const byThread = z.strictObject({ channelId: id, messageId: id });
const thread = '/channels/:channelId/messages/:messageId';

export const threadRoutes = defineRoutes({
  listThreads: {
    method: 'GET', path: '/threads', access: 'signed-in', summary: 'Threads that I follow, the latest reply first',
    query: z.strictObject({ filter: z._default(z.enum(['all', 'unread']), 'all'), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({
      threads: z.array(z.strictObject({
        summary: threadSummarySchema, root: messageSchema,
        /** The last ones, at most three, in order. */
        replies: z.array(messageSchema),
      })),
      next: z.nullable(z.string()),
    }),
    status: 200, errors: ['invalid_cursor'],
  },
  markThreadsRead: { method: 'POST', path: '/threads/read', access: 'signed-in', summary: 'Every thread that I follow is read', status: 204 },
  listReplies: {
    method: 'GET', path: `${thread}/replies`, access: 'signed-in',
    summary: 'A page of a thread in order of seq: its beginning, before or after a cursor, around a reply or my unread line', params: byThread,
    query: z.strictObject({
      before: z.optional(cursor), after: z.optional(cursor), around: z.optional(z.union([id, z.literal('unread'), z.literal('end')])), limit: pageLimit,
    }),
    response: z.strictObject({
      root: messageSchema,
      /** Null when I don't follow it. */
      summary: z.nullable(threadSummarySchema),
      messages: z.array(messageSchema), before: z.nullable(z.string()), after: z.nullable(z.string()),
      /** Head of the channel's stream that this page is of. */
      head: seq,
    }),
    status: 200, errors: ['not_found', 'invalid_cursor', 'thread_invalid'],
  },
  followThread: {
    method: 'PUT', path: `${thread}/follow`, access: 'signed-in', summary: 'Tell me of new replies', params: byThread,
    response: threadSummarySchema, status: 200, errors: ['not_found', 'thread_invalid'],
  },
  unfollowThread: { method: 'DELETE', path: `${thread}/follow`, access: 'signed-in', summary: 'Tell me no more, unless I am mentioned', params: byThread, status: 204, errors: ['not_found'] },
  moveThreadReadCursor: {
    method: 'PUT', path: `${thread}/read-cursor`, access: 'signed-in', summary: 'I have read the thread up to this seq; never moves back', params: byThread,
    body: z.strictObject({ seq }), status: 204, errors: ['not_found'],
  },
  markThreadUnread: {
    method: 'POST', path: `${thread}/mark-unread`, access: 'signed-in', summary: 'The thread is unread from this reply on', params: byThread,
    body: z.strictObject({ replyId: id }), status: 204, errors: ['not_found'],
  },
});
