import * as z from 'zod/mini';
import { id, instant, seq } from './fields.ts';
import { attachmentSchema } from './message-shapes.ts';

/** How I want things; the same on all my devices. */
export const preferencesSchema = z.strictObject({
  /** Replies beside the channel only, or also in it. */
  threads: z.enum(['beside', 'inline']),
  /** In direct and small group conversations: I tell up to where I read, and am told. */
  readReceipts: z.boolean(),
  /** Of which messages this person is told on the desktop, unless a conversation says otherwise. */
  desktopNotifications: z.enum(['all', 'mentions', 'none']),
  notificationSound: z.boolean(),
  /** 0: none; 1 (light) to 5 (dark), as Fitzpatrick modifiers are ordered. */
  skinTone: z.int().check(z.minimum(0), z.maximum(5)),
  /** The list of conversations shows those with something unread only. */
  unreadOnly: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A thread that I follow. */
export const threadSummarySchema = z.strictObject({
  /** Id of the message that it hangs from. */
  threadId: id,
  channelId: id,
  /** Everything up to this seq of the channel is read in this thread. */
  readSeq: seq,
  /** Replies of others after `readSeq`, exact up to 100 and capped there. */
  unreadCount: z.int(),
  mentionCount: z.int(),
  /** Of `mentionCount`, those in replies that are only here: the others are counted in the channel too. */
  onlyHereCount: z.optional(z.int()),
  lastReplySeq: seq,
  /** Head of the channel's stream that the counts are of. */
  head: seq,
});
export type ThreadSummary = z.infer<typeof threadSummarySchema>;

/** A message kept for later, or a note to myself; with or without a reminder. */
export const savedItemSchema = z.strictObject({
  id,
  /** Null for a note of my own. */
  messageId: z.nullable(id),
  channelId: z.nullable(id),
  text: z.string(),
  state: z.enum(['todo', 'done']),
  remindAt: z.nullable(instant),
  /** When the reminder was given; null before, and again once it is set anew. */
  remindedAt: z.nullable(instant),
  createdAt: instant,
});
export type SavedItem = z.infer<typeof savedItemSchema>;

/** What I began to write in a conversation or thread. */
export const draftSchema = z.strictObject({
  channelId: id,
  threadId: z.nullable(id),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  quotedMessageId: z.nullable(id),
  updatedAt: instant,
});
export type Draft = z.infer<typeof draftSchema>;

export const scheduledMessageSchema = z.strictObject({
  id,
  channelId: id,
  threadId: z.nullable(id),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  /** The message that it will answer. */
  quotedMessageId: z.optional(id),
  /** A reply in a thread that will also stand in the conversation. */
  alsoInChannel: z.optional(z.literal(true)),
  sendAt: instant,
  createdAt: instant,
  /** Why it could not be sent when its time came: a code of the error catalogue. It is kept. */
  failure: z.nullable(z.string()),
});
export type ScheduledMessage = z.infer<typeof scheduledMessageSchema>;

export const sidebarSectionSchema = z.strictObject({
  id,
  /** There is exactly one of favourites. */
  kind: z.enum(['favourites', 'own']),
  /** Empty for favourites. */
  name: z.string(),
  collapsed: z.boolean(),
  /** In my order; a conversation is in one section at most. */
  channelIds: z.array(id),
});
export type SidebarSection = z.infer<typeof sidebarSectionSchema>;

/** My own order of conversations, whole. */
export const sidebarSchema = z.strictObject({ version: z.int(), sections: z.array(sidebarSectionSchema) });
export type Sidebar = z.infer<typeof sidebarSchema>;

/** `GET /emoji/:id/image` */
export const customEmojiSchema = z.strictObject({ id, name: z.string(), createdBy: z.nullable(id), createdAt: instant });
export type CustomEmoji = z.infer<typeof customEmojiSchema>;

/** People that are mentioned together: `@design`. */
export const userGroupSchema = z.strictObject({
  id,
  handle: z.string(),
  name: z.string(),
  /** The team that it belongs to, whose owners run it; null: admins run it. */
  teamId: z.nullable(id),
  memberCount: z.int(),
});
export type UserGroup = z.infer<typeof userGroupSchema>;

export const receiptSchema = z.strictObject({ userId: id, readSeq: seq });
export type Receipt = z.infer<typeof receiptSchema>;
