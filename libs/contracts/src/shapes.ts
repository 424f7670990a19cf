import * as z from 'zod/mini';
import { description, id, instant, language, seq, title } from './fields.ts';

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
});
export type User = z.infer<typeof userSchema>;

export const organisationSchema = z.strictObject({
  id,
  name: z.string(),
  language,
  /** Whether the server can send mail; without it, links are shown to copy. */
  mailEnabled: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const membershipRole = z.enum(['owner', 'member']);
export type MembershipRole = z.infer<typeof membershipRole>;

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
  role: membershipRole,
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
});
export type ChannelSummary = z.infer<typeof channelSummarySchema>;

export const memberSchema = z.strictObject({ userId: id, role: membershipRole, joinedAt: instant });
export type Member = z.infer<typeof memberSchema>;

export const messageSchema = z.strictObject({
  id,
  channelId: id,
  authorId: id,
  /** Markdown (GFM); empty once deleted. */
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
  mentions: z.strictObject({ userIds: z.array(id), everyone: z.boolean() }),
});
export type Message = z.infer<typeof messageSchema>;

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
  createdBy: id,
  createdAt: instant,
  expiresAt: instant,
  acceptedCount: z.int(),
});
export type Invitation = z.infer<typeof invitationSchema>;
