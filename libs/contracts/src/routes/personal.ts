import * as z from 'zod/mini';
import { cursor, emojiKey, id, instant, pageLimit, sectionName, statusText } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import {
  draftSchema, membershipSchema, messageSchema, notificationLevel, preferencesSchema, receiptSchema, savedItemSchema, scheduledMessageSchema,
  sidebarSchema, userSchema,
} from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const attachmentIds = z.array(id).check(z.maxLength(LIMITS.attachmentsPerMessage));

export const personalRoutes = defineRoutes({
  updatePreferences: {
    method: 'PATCH', path: '/me/preferences', access: 'signed-in', summary: 'Change how I want things', body: z.partial(preferencesSchema),
    response: preferencesSchema, status: 200,
  },
  setStatus: {
    method: 'PUT', path: '/me/status', access: 'signed-in', summary: 'Say what I am doing, until a time or until I change it',
    body: z.strictObject({ emoji: z.union([emojiKey, z.literal('')]), text: statusText, expiresAt: z.nullable(instant) }), response: userSchema, status: 200,
    errors: ['emoji_invalid', 'scheduled_in_past'],
  },
  clearStatus: { method: 'DELETE', path: '/me/status', access: 'signed-in', summary: 'Say nothing of what I am doing', response: userSchema, status: 200 },
  setDoNotDisturb: {
    method: 'PUT', path: '/me/do-not-disturb', access: 'signed-in', summary: 'No notifications until then; null: again',
    body: z.strictObject({ until: z.nullable(instant) }), response: userSchema, status: 200, errors: ['scheduled_in_past'],
  },
  listFrequentEmoji: {
    method: 'GET', path: '/me/frequent-emoji', access: 'signed-in', summary: 'Emoji that I react with, the most used first; at most 24',
    response: z.strictObject({ emoji: z.array(z.string()) }), status: 200,
  },
  updateMembership: {
    method: 'PATCH', path: '/channels/:id/membership', access: 'signed-in', summary: 'Mute a conversation, or choose what I am told of it', params: byId,
    body: z.strictObject({ muted: z.optional(z.boolean()), notifications: z.optional(notificationLevel) }), response: membershipSchema, status: 200, errors: ['not_found'],
  },
  listReceipts: {
    method: 'GET', path: '/channels/:id/receipts', access: 'signed-in',
    summary: 'Up to where the others of a direct or small group conversation read; empty when I or the organisation want none', params: byId,
    response: z.strictObject({ receipts: z.array(receiptSchema) }), status: 200, errors: ['not_found'],
  },
  listSaved: {
    method: 'GET', path: '/saved', access: 'signed-in', summary: 'What I saved for later, the last first',
    query: z.strictObject({ state: z._default(z.enum(['todo', 'done']), 'todo'), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({
      /** `message`: null for notes, and for messages that I may no longer see. */
      items: z.array(z.strictObject({ item: savedItemSchema, message: z.nullable(messageSchema) })), next: z.nullable(z.string()),
    }),
    status: 200, errors: ['invalid_cursor'],
  },
  createSaved: {
    method: 'POST', path: '/saved', access: 'signed-in', summary: 'Save a message, or a note; a message saved before is that item again',
    body: z.strictObject({ messageId: z.optional(id), channelId: z.optional(id), text: z._default(z.string().check(z.maxLength(2_000)), ''), remindAt: z._default(z.nullable(instant), null), clientId: z.optional(id) }),
    response: savedItemSchema, status: 201, errors: ['not_found', 'message_deleted', 'message_empty', 'scheduled_in_past', 'too_many'],
  },
  updateSaved: {
    method: 'PATCH', path: '/saved/:id', access: 'signed-in', summary: 'Done or to do, another reminder', params: byId,
    body: z.strictObject({ state: z.optional(z.enum(['todo', 'done'])), remindAt: z.optional(z.nullable(instant)) }), response: savedItemSchema, status: 200,
    errors: ['not_found', 'scheduled_in_past', 'too_many'],
  },
  deleteSaved: { method: 'DELETE', path: '/saved/:id', access: 'signed-in', summary: 'Save it no more', params: byId, status: 204, errors: ['not_found'] },
  saveDraft: {
    method: 'PUT', path: '/drafts', access: 'signed-in', summary: 'What I have written so far in a conversation or thread; nothing removes it',
    body: z.strictObject({
      channelId: id, threadId: z._default(z.nullable(id), null), text: z.string(), attachmentIds: z._default(attachmentIds, []),
      quotedMessageId: z._default(z.nullable(id), null),
    }),
    response: z.strictObject({ draft: z.nullable(draftSchema) }), status: 200, errors: ['not_found', 'message_too_long', 'attachment_invalid', 'too_many'],
  },
  createScheduledMessage: {
    method: 'POST', path: '/scheduled-messages', access: 'signed-in', summary: 'Send a message at a time; repeating a clientId returns the first',
    body: z.strictObject({
      clientId: id, channelId: id, threadId: z._default(z.nullable(id), null), text: z.string(), attachmentIds: z._default(attachmentIds, []),
      quotedMessageId: z.optional(id), alsoInChannel: z.optional(z.boolean()), sendAt: instant,
    }),
    response: scheduledMessageSchema, status: 201,
    errors: ['not_found', 'channel_archived', 'posting_restricted', 'scheduled_in_past', 'client_id_reused', 'message_too_long', 'message_empty', 'attachment_invalid', 'thread_invalid', 'too_many'],
  },
  updateScheduledMessage: {
    method: 'PATCH', path: '/scheduled-messages/:id', access: 'signed-in', summary: 'Other words, another time', params: byId,
    body: z.strictObject({ text: z.optional(z.string()), sendAt: z.optional(instant) }), response: scheduledMessageSchema, status: 200,
    errors: ['not_found', 'scheduled_in_past', 'message_too_long', 'message_empty'],
  },
  deleteScheduledMessage: { method: 'DELETE', path: '/scheduled-messages/:id', access: 'signed-in', summary: 'Don\'t send it', params: byId, status: 204, errors: ['not_found'] },
  sendScheduledMessage: {
    method: 'POST', path: '/scheduled-messages/:id/send', access: 'signed-in', summary: 'Send it now', params: byId, response: messageSchema, status: 201,
    errors: ['not_found', 'channel_archived', 'posting_restricted', 'thread_invalid', 'attachment_invalid'],
  },
  updateSidebar: {
    method: 'PUT', path: '/me/sidebar', access: 'signed-in', summary: 'My sections and their order, whole; `version`: the one that was changed',
    body: z.strictObject({
      version: z.int(),
      sections: z.array(z.strictObject({
        id, kind: z.enum(['favourites', 'own']), name: z.union([sectionName, z.literal('')]), collapsed: z.boolean(),
        channelIds: z.array(id).check(z.maxLength(LIMITS.sidebarChannels)),
      })).check(z.maxLength(LIMITS.sidebarSections)),
    }),
    response: sidebarSchema, status: 200, errors: ['version_conflict'],
  },
});
