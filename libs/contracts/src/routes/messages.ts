import * as z from 'zod/mini';
import { cursor, id, instant, pageLimit, pollOption, pollQuestion, seq } from '../fields.ts';
import { messageSchema } from '../shapes.ts';
import { streamEventSchema } from '../events.ts';
import { snapshotSchema } from '../snapshot.ts';
import { LIMITS } from '../limits.ts';
import { defineRoutes } from './route.ts';

const byChannel = z.strictObject({ channelId: id });
const byMessage = z.strictObject({ channelId: id, messageId: id });
const messageText = z.string();
/** A poll that closes in the past answers `scheduled_in_past`. */
const pollInput = z.strictObject({
  question: pollQuestion,
  options: z.array(pollOption).check(z.minLength(2), z.maxLength(LIMITS.pollOptions)),
  multiple: z._default(z.boolean(), false),
  anonymous: z._default(z.boolean(), false),
  closesAt: z._default(z.nullable(instant), null),
});

export const messageRoutes = defineRoutes({
  listMessages: {
    method: 'GET', path: '/channels/:channelId/messages', access: 'signed-in',
    summary: 'A page of history in order of seq: the latest, before or after a cursor, or around a message or my unread line',
    params: byChannel,
    query: z.strictObject({
      before: z.optional(cursor), after: z.optional(cursor),
      /** A message id, or `unread`. */
      around: z.optional(z.union([id, z.literal('unread')])),
      /** `include`: replies in threads stand among the others; else only those that are also in the channel. */
      replies: z._default(z.enum(['include', 'leave_out']), 'leave_out'),
      limit: pageLimit,
    }),
    response: z.strictObject({
      messages: z.array(messageSchema),
      /** Cursor of the older, newer page; null at the beginning, at the end. */
      before: z.nullable(z.string()), after: z.nullable(z.string()),
      /** Head of the channel's stream that this page is of: later events are not in it. */
      head: seq,
    }),
    status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  getMessage: {
    method: 'GET', path: '/channels/:channelId/messages/:messageId', access: 'signed-in', summary: 'A message',
    params: byMessage, response: messageSchema, status: 200, errors: ['not_found'],
  },
  sendMessage: {
    method: 'POST', path: '/channels/:channelId/messages', access: 'signed-in',
    summary: 'Send; repeating a clientId returns the first message, for ever', params: byChannel,
    /** Text: Markdown, up to 40,000 characters; empty only with attachments or a poll. */
    body: z.strictObject({
      clientId: id, text: messageText,
      style: z.optional(z.enum(['me'])),
      /** The first message of the thread that this replies to. */
      threadId: z.optional(id),
      alsoInChannel: z.optional(z.boolean()),
      quotedMessageId: z.optional(id),
      /** My uploaded files that are in no message yet, in order. */
      attachmentIds: z.optional(z.array(id).check(z.maxLength(LIMITS.attachmentsPerMessage))),
      poll: z.optional(pollInput),
    }),
    response: messageSchema, status: 201,
    errors: [
      'not_found', 'channel_archived', 'posting_restricted', 'client_id_reused', 'message_too_long', 'message_empty',
      'thread_invalid', 'attachment_invalid', 'scheduled_in_past',
    ],
  },
  editMessage: {
    method: 'PATCH', path: '/channels/:channelId/messages/:messageId', access: 'signed-in', summary: 'Change the text of my message',
    params: byMessage,
    /** `version`: that of the message being edited; another one on the server answers 409. */
    body: z.strictObject({ text: messageText, version: z.optional(seq) }), response: messageSchema, status: 200,
    errors: ['not_found', 'forbidden', 'channel_archived', 'message_deleted', 'version_conflict', 'message_too_long', 'message_empty'],
  },
  deleteMessage: {
    method: 'DELETE', path: '/channels/:channelId/messages/:messageId', access: 'signed-in',
    summary: 'Delete my message, or as who looks after the channel anybody\'s; its place stays', params: byMessage,
    response: messageSchema, status: 200, errors: ['not_found', 'forbidden'],
  },
  sync: {
    method: 'POST', path: '/sync', access: 'signed-in',
    summary: 'What happened in my streams since these cursors; without a cursor for my user stream, a whole snapshot',
    body: z.strictObject({
      /** Stream id -> last seq applied. */
      cursors: z.record(z.string().check(z.maxLength(60)), seq).check(z.refine((c) => Object.keys(c).length <= LIMITS.syncStreams)),
    }),
    response: z.strictObject({
      /** A fresh start: replace everything by it, then go on from its heads. */
      snapshot: z.optional(snapshotSchema),
      /** Per stream that moved: the events after the cursor in order; `more` when there are others after them. */
      streams: z.record(z.string(), z.union([
        z.strictObject({ events: z.array(streamEventSchema), head: seq, more: z.boolean() }),
        /** Too far behind: forget what was cached of it and read it again. */
        z.strictObject({ reset: z.literal(true), head: seq }),
        /** Not mine (any more): forget it. */
        z.strictObject({ gone: z.literal(true) }),
      ])),
    }),
    status: 200,
  },
});
