import * as z from 'zod/mini';
import { activeMeetingSchema } from './meeting-shapes.ts';
import { description, id, instant, language, seq, title } from './fields.ts';

export * from './document-shapes.ts';
export * from './meeting-shapes.ts';
export * from './message-shapes.ts';
export * from './personal-shapes.ts';

export const userRole = z.enum(['owner', 'admin', 'member', 'guest']);
export type UserRole = z.infer<typeof userRole>;

/** A person as everyone in the organisation sees them. */
export const userSchema = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  title: title,
  role: userRole,
  timeZone: z.string(),
  language,
  /** Changes with every new picture; null without one. `GET /users/:id/avatar?v=<this>`. */
  avatarVersion: z.nullable(z.string()),
  deactivatedAt: z.nullable(instant),
  /** What they say of themselves; past its end it counts no more. */
  status: z.nullable(z.strictObject({ emoji: z.string(), text: z.string(), expiresAt: z.nullable(instant) })),
  /** Until then they want no notifications. */
  doNotDisturbUntil: z.nullable(instant),
});
export type User = z.infer<typeof userSchema>;

export const organisationSchema = z.strictObject({
  id,
  name: z.string(),
  language,
  /** Whether the server can send mail; without it, links are shown to copy. */
  mailEnabled: z.boolean(),
  /** Whether the server fetches titles and pictures of linked pages: requests to outside, hence off at first. */
  linkPreviews: z.boolean(),
  /** Whether people may be told who read up to where. */
  readReceipts: z.boolean(),
  /** Who may add emoji. */
  customEmojiBy: z.enum(['everyone', 'admins']),
  /** Who may see earlier versions of an edited message, besides its author. */
  editHistory: z.enum(['everyone', 'moderators', 'nobody']),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const membershipRole = z.enum(['owner', 'member']);
export type MembershipRole = z.infer<typeof membershipRole>;

export const channelRole = z.enum(['owner', 'moderator', 'member']);
export type ChannelRole = z.infer<typeof channelRole>;

/** Of which of its messages I am told. `default`: as my preferences say. */
export const notificationLevel = z.enum(['default', 'all', 'mentions', 'none']);
export type NotificationLevel = z.infer<typeof notificationLevel>;

export const teamSchema = z.strictObject({
  id,
  name: z.string(),
  description,
  createdAt: instant,
});
export type Team = z.infer<typeof teamSchema>;

/** A team in its member's list. `head` is the head of stream `team:<id>`. */
export const teamSummarySchema = z.strictObject({ team: teamSchema, role: membershipRole, head: seq });
export type TeamSummary = z.infer<typeof teamSummarySchema>;

export const channelKind = z.enum(['public', 'private', 'direct', 'group']);
export type ChannelKind = z.infer<typeof channelKind>;

export const channelSchema = z.strictObject({
  id,
  kind: channelKind,
  /** Null for direct and group conversations. */
  teamId: z.nullable(id),
  /** Null for direct conversations and unnamed groups: shown by their people's names. */
  name: z.nullable(z.string()),
  topic: z.string(),
  description,
  /** Who may write: everybody in it, or its moderators and owners only (announcements). */
  posting: z.enum(['everyone', 'moderators']),
  /** Who may mention everybody in it. */
  mentionAll: z.enum(['everyone', 'moderators']),
  /** The channel that everybody in the team is in: nobody leaves or archives it. */
  general: z.boolean(),
  createdBy: z.nullable(id),
  createdAt: instant,
  archivedAt: z.nullable(instant),
  memberCount: z.int(),
  /** Direct and group conversations: all their people, me included. Empty for channels. */
  memberIds: z.array(id),
});
export type Channel = z.infer<typeof channelSchema>;

/** My own place in a channel. */
export const membershipSchema = z.strictObject({
  role: channelRole,
  /** Nothing of it is told or counted outside its own row. */
  muted: z.boolean(),
  notifications: notificationLevel,
  /** Everything up to this seq is read. */
  readSeq: seq,
  /** I marked it unread by hand: stays so until I open it again. */
  markedUnread: z.boolean(),
  joinedAt: instant,
});
export type Membership = z.infer<typeof membershipSchema>;

/** A channel in my list. `head` is the head of stream `channel:<id>` at the time of reading. */
export const channelSummarySchema = z.strictObject({
  channel: channelSchema,
  membership: membershipSchema,
  head: seq,
  /** Messages of others after `readSeq`, exact up to 100 and capped there. */
  unreadCount: z.int(),
  /** Of those: that mention me, or everybody; in direct and group conversations, all of them. */
  mentionCount: z.int(),
  lastMessageAt: z.nullable(instant),
  /** Of a channel whose team I am not in, as guests are not: what the team is called. */
  teamName: z.optional(z.string()),
  /** The meeting that runs in it. */
  meeting: z.optional(activeMeetingSchema),
});
export type ChannelSummary = z.infer<typeof channelSummarySchema>;

export const memberSchema = z.strictObject({ userId: id, role: membershipRole, joinedAt: instant });
export type Member = z.infer<typeof memberSchema>;

export const channelMemberSchema = z.strictObject({ userId: id, role: channelRole, joinedAt: instant });
export type ChannelMember = z.infer<typeof channelMemberSchema>;

export const sessionSchema = z.strictObject({
  id,
  current: z.boolean(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
});
export type Session = z.infer<typeof sessionSchema>;

export const invitationSchema = z.strictObject({
  id,
  email: z.nullable(z.string()),
  role: userRole,
  teamIds: z.array(id),
  /** Of guests: the channels that they are for. */
  channelIds: z.array(id),
  createdBy: id,
  createdAt: instant,
  expiresAt: instant,
  acceptedCount: z.int(),
});
export type Invitation = z.infer<typeof invitationSchema>;
