import * as z from 'zod/mini';
import { id, instant, seq } from './fields.ts';
import { messageMeetingSchema } from './meeting-shapes.ts';

/** What a message's file is to who looks at it: says how it is shown. */
export const attachmentKind = z.enum(['image', 'video', 'audio', 'voice', 'file']);
export type AttachmentKind = z.infer<typeof attachmentKind>;

/** `GET /files/:id/content`, `GET /files/:id/thumbnail`. */
export const attachmentSchema = z.strictObject({
  id,
  name: z.string(),
  /** What the server found it to be, whatever was claimed. */
  mediaType: z.string(),
  kind: attachmentKind,
  /** Bytes. */
  size: z.int(),
  /** Pixels as shown (orientation applied); null when not an image or video, or unknown. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** Milliseconds; null when unknown. */
  duration: z.nullable(z.int()),
  /** Of voice messages: peaks from 0 to 100, in order of time. */
  waveform: z.nullable(z.array(z.int())),
  thumbnail: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** Who reacted with one emoji, in that order. */
export const reactionSchema = z.strictObject({
  /** A Unicode emoji, or `custom:<uuid>`. */
  emoji: z.string(),
  userIds: z.array(id),
});
export type Reaction = z.infer<typeof reactionSchema>;

export const pollOptionSchema = z.strictObject({
  id: z.int(),
  text: z.string(),
  votes: z.int(),
  /** Of open polls: the first who chose it. */
  userIds: z.array(id),
});
export type PollOption = z.infer<typeof pollOptionSchema>;
export const pollSchema = z.strictObject({
  question: z.string(),
  options: z.array(pollOptionSchema),
  multiple: z.boolean(),
  /** Nobody is told who voted what, not even its author. */
  anonymous: z.boolean(),
  closesAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  /** People who voted. */
  voters: z.int(),
});
export type Poll = z.infer<typeof pollSchema>;

/** Another message of the channel that this one answers. The excerpt follows its edits; empty once deleted. */
export const quoteSchema = z.strictObject({ messageId: id, authorId: id, text: z.string() });
export type Quote = z.infer<typeof quoteSchema>;

/** What was forwarded, as it was then; its attachments are the message's own. */
export const forwardedSchema = z.strictObject({ channelId: id, messageId: id, authorId: id, text: z.string(), createdAt: instant });
export type Forwarded = z.infer<typeof forwardedSchema>;

/** `GET /link-previews/:id/image` when it has one. */
export const linkPreviewSchema = z.strictObject({
  id,
  url: z.string(),
  title: z.string(),
  description: z.string(),
  siteName: z.string(),
  image: z.boolean(),
});
export type LinkPreview = z.infer<typeof linkPreviewSchema>;

/** What a message that has replies says of them. */
export const threadInfoSchema = z.strictObject({
  replyCount: z.int(),
  lastReplyAt: instant,
  /** Who replied, the latest first; at most five. */
  userIds: z.array(id),
});
export type ThreadInfo = z.infer<typeof threadInfoSchema>;

/** Fields that most messages have nothing in are left out then. */
export const messageSchema = z.strictObject({
  id,
  channelId: id,
  authorId: id,
  /** Markdown (GFM); empty once deleted, or when there is something else in it. */
  text: z.string(),
  /** Seq of the event that created it: the order in the channel. */
  seq,
  /** Seq of the last event that changed it. */
  version: seq,
  /** The sender's id for it, to match the local echo. Null once deleted. */
  clientId: z.nullable(id),
  createdAt: instant,
  editedAt: z.nullable(instant),
  deletedAt: z.nullable(instant),
  mentions: z.strictObject({
    /** Members of the channel mentioned by name or through a group. */
    userIds: z.array(id),
    /** `@channel` or `@here`, by somebody who may. */
    everyone: z.boolean(),
    /** It was `@here`: calls only who is there. */
    here: z.optional(z.literal(true)),
  }),
  /** `me`: said of its author in the third person (`/me`). */
  style: z.optional(z.enum(['me'])),
  /** The message that it replies to in a thread. */
  threadId: z.optional(id),
  /** A reply that is also shown in the channel. */
  alsoInChannel: z.optional(z.literal(true)),
  thread: z.optional(threadInfoSchema),
  /** In order of their first use. */
  reactions: z.optional(z.array(reactionSchema)),
  attachments: z.optional(z.array(attachmentSchema)),
  quote: z.optional(quoteSchema),
  forwarded: z.optional(forwardedSchema),
  poll: z.optional(pollSchema),
  /** It stands for this meeting or call. */
  meeting: z.optional(messageMeetingSchema),
  previews: z.optional(z.array(linkPreviewSchema)),
  pin: z.optional(z.strictObject({ userId: id, at: instant })),
});
export type Message = z.infer<typeof messageSchema>;
