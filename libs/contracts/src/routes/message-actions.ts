import * as z from 'zod/mini';
import { cursor, emojiKey, id, instant, pageLimit } from '../fields.ts';
import { messageSchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byMessage = z.strictObject({ channelId: id, messageId: id });
const message = '/channels/:channelId/messages/:messageId';
const byReaction = z.strictObject({ channelId: id, messageId: id, emoji: emojiKey });

export const messageActionRoutes = defineRoutes({
  addReaction: {
    method: 'PUT', path: `${message}/reactions/:emoji`, access: 'signed-in', summary: 'React with an emoji; again changes nothing', params: byReaction,
    response: messageSchema, status: 200, errors: ['not_found', 'channel_archived', 'message_deleted', 'emoji_invalid', 'too_many'],
  },
  removeReaction: {
    method: 'DELETE', path: `${message}/reactions/:emoji`, access: 'signed-in', summary: 'Take my reaction back; again changes nothing', params: byReaction,
    response: messageSchema, status: 200, errors: ['not_found', 'channel_archived'],
  },
  pinMessage: {
    method: 'PUT', path: `${message}/pin`, access: 'signed-in', summary: 'Pin to the channel', params: byMessage,
    response: messageSchema, status: 200, errors: ['not_found', 'forbidden', 'channel_archived', 'message_deleted', 'too_many'],
  },
  unpinMessage: {
    method: 'DELETE', path: `${message}/pin`, access: 'signed-in', summary: 'Unpin', params: byMessage,
    response: messageSchema, status: 200, errors: ['not_found', 'forbidden', 'channel_archived'],
  },
  listPins: {
    method: 'GET', path: '/channels/:channelId/pins', access: 'signed-in', summary: 'Pinned messages, the last pinned first',
    params: z.strictObject({ channelId: id }), query: z.strictObject({ cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ messages: z.array(messageSchema), next: z.nullable(z.string()) }), status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  forwardMessage: {
    method: 'POST', path: `${message}/forward`, access: 'signed-in',
    summary: 'Send a copy of a message, with its attachments, to another conversation of mine', params: byMessage,
    /** `text`: a comment of my own, may be empty. */
    body: z.strictObject({ channelId: id, clientId: id, text: z.string() }), response: messageSchema, status: 201,
    errors: ['not_found', 'channel_archived', 'posting_restricted', 'message_deleted', 'client_id_reused', 'message_too_long'],
  },
  listRevisions: {
    method: 'GET', path: `${message}/revisions`, access: 'signed-in', summary: 'Earlier versions of an edited message, the oldest first', params: byMessage,
    response: z.strictObject({ revisions: z.array(z.strictObject({ text: z.string(), at: instant })) }), status: 200, errors: ['not_found', 'forbidden'],
  },
  tickTask: {
    method: 'PUT', path: `${message}/tasks/:index`, access: 'signed-in', summary: 'Tick or untick the nth task of a message, counted from 0; anyone who may write there',
    params: z.strictObject({ channelId: id, messageId: id, index: z.coerce.number().check(z.int(), z.nonnegative()) }),
    body: z.strictObject({ done: z.boolean() }), response: messageSchema, status: 200,
    errors: ['not_found', 'posting_restricted', 'channel_archived', 'message_deleted', 'task_not_found'],
  },
  votePoll: {
    method: 'PUT', path: `${message}/poll/vote`, access: 'signed-in', summary: 'My vote, replacing an earlier one; none: I take it back', params: byMessage,
    body: z.strictObject({ optionIds: z.array(z.int()).check(z.maxLength(50)) }), response: messageSchema, status: 200,
    errors: ['not_found', 'channel_archived', 'poll_closed', 'poll_option_invalid'],
  },
  getPollVote: {
    method: 'GET', path: `${message}/poll/vote`, access: 'signed-in', summary: 'What I voted', params: byMessage,
    response: z.strictObject({ optionIds: z.array(z.int()) }), status: 200, errors: ['not_found'],
  },
  closePoll: {
    method: 'POST', path: `${message}/poll/close`, access: 'signed-in', summary: 'Close my poll now; owners and moderators may too', params: byMessage,
    response: messageSchema, status: 200, errors: ['not_found', 'forbidden'],
  },
  removeLinkPreview: {
    method: 'DELETE', path: `${message}/previews/:previewId`, access: 'signed-in', summary: 'Show a link of my message without its preview',
    params: z.strictObject({ channelId: id, messageId: id, previewId: id }), response: messageSchema, status: 200, errors: ['not_found', 'forbidden'],
  },
  getLinkPreviewImage: {
    method: 'GET', path: `${message}/previews/:previewId/image`, access: 'signed-in', summary: 'The picture of a preview, fetched by the server',
    params: z.strictObject({ channelId: id, messageId: id, previewId: id }), download: 'image/webp', status: 200, errors: ['not_found'],
  },
});
