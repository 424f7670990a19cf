import * as z from 'zod/mini';
import { id, instant, seq } from './fields.ts';
import {
  activeMeetingSchema,
  callSchema,
  channelMemberSchema,
  channelRole,
  channelSchema,
  channelSummarySchema,
  customEmojiSchema,
  draftSchema,
  memberSchema,
  meetingSchema,
  membershipRole,
  messageSchema,
  notificationLevel,
  organisationSchema,
  participantSchema,
  preferencesSchema,
  savedItemSchema,
  scheduledMessageSchema,
  sidebarSchema,
  teamSchema,
  teamSummarySchema,
  threadInfoSchema,
  threadSummarySchema,
  userSchema,
} from './shapes.ts';
import type { StreamId } from './stream-id.ts';

/**
 * The event catalogue: the type and payload of everything that a stream may carry. A payload says
 * the new state, never a difference, so that applying it twice changes nothing.
 */
export const EVENTS = {
  // channel:<id>
  /** `root`: of a reply, what its thread's first message says now; its version is this event's seq. */
  'message.created': z.strictObject({
    message: messageSchema,
    root: z.optional(z.strictObject({ id, seq, thread: threadInfoSchema })),
  }),
  /** `calls`: whom the new words mention and the former did not. */
  'message.edited': z.strictObject({
    message: messageSchema,
    calls: z.optional(z.strictObject({ userIds: z.array(id), everyone: z.boolean() })),
  }),
  /** `root`: as above; no `thread` in it once the last reply is gone. */
  'message.deleted': z.strictObject({
    message: messageSchema,
    root: z.optional(z.strictObject({ id, seq, thread: z.optional(threadInfoSchema) })),
  }),
  /** Anything else about it: pinned, voted, closed, previews. Not its words. */
  'message.updated': z.strictObject({ message: messageSchema }),
  /** `messageSeq`: where the message is. Its version becomes this event's seq. */
  'message.reaction_added': z.strictObject({ messageId: id, messageSeq: seq, emoji: z.string(), userId: id }),
  'message.reaction_removed': z.strictObject({ messageId: id, messageSeq: seq, emoji: z.string(), userId: id }),
  'channel.updated': z.strictObject({ channel: channelSchema }),
  'channel.member_joined': z.strictObject({ member: channelMemberSchema, memberCount: z.int() }),
  'channel.member_left': z.strictObject({ userId: id, memberCount: z.int() }),
  'channel.member_updated': z.strictObject({ userId: id, role: channelRole }),
  /** The meeting that runs in it, and who is in that; null once it ended. */
  'channel.meeting_changed': z.strictObject({ meeting: z.nullable(activeMeetingSchema) }),
  /** Of one that belongs to it, or belonged to it: look again. Its name is not told: not all may see it. */
  'channel.document_changed': z.strictObject({ documentId: id }),
  // user:<id>
  /** Of one that is mine, or was given to me, or is so no more: look again. */
  'document.changed': z.strictObject({ documentId: id }),
  /** Somebody called me in it, or in a comment. `excerpt`: words around it. */
  'document.mentioned': z.strictObject({ documentId: id, byUserId: z.nullable(id), excerpt: z.string() }),
  /** A call that rings for me, or rings no more: its whole state. */
  'call.updated': z.strictObject({ call: callSchema }),
  /** What became of my waiting, or of my being there. `removed`: by a host. `ended`: the meeting is over. */
  'meeting.admission': z.strictObject({ meetingId: id, participantId: id, state: z.enum(['joined', 'refused', 'removed', 'revoked', 'ended']) }),
  'channel.joined': z.strictObject({ summary: channelSummarySchema }),
  'channel.left': z.strictObject({ channelId: id }),
  'read_cursor.moved': z.strictObject({
    channelId: id,
    readSeq: seq,
    markedUnread: z.boolean(),
    unreadCount: z.int(),
    mentionCount: z.int(),
    /** Head of the channel's stream that the counts are of. */
    head: seq,
  }),
  'membership.updated': z.strictObject({ channelId: id, muted: z.boolean(), notifications: notificationLevel }),
  /** I follow it from now on, or read on in it: its whole state. */
  'thread.updated': z.strictObject({ thread: threadSummarySchema }),
  'thread.unfollowed': z.strictObject({ threadId: id }),
  'preferences.updated': z.strictObject({ preferences: preferencesSchema }),
  /** Once a draft is written over, removed or sent, its older events in the log are `draft.removed`: their words are gone. Scheduled messages alike. */
  'draft.saved': z.strictObject({ draft: draftSchema }),
  'draft.removed': z.strictObject({ channelId: id, threadId: z.nullable(id) }),
  'saved.updated': z.strictObject({ item: savedItemSchema }),
  'saved.removed': z.strictObject({ itemId: id }),
  'scheduled.saved': z.strictObject({ scheduled: scheduledMessageSchema }),
  'scheduled.removed': z.strictObject({ scheduledId: id }),
  'sidebar.updated': z.strictObject({ sidebar: sidebarSchema }),
  /** To guests, who don't hear of people through the organisation: my own account changed. */
  'me.updated': z.strictObject({ user: userSchema }),
  'poll.voted': z.strictObject({ messageId: id, optionIds: z.array(z.int()) }),
  'team.joined': z.strictObject({ summary: teamSummarySchema }),
  'team.left': z.strictObject({ teamId: id }),
  // team:<id>
  'team.updated': z.strictObject({ team: teamSchema }),
  'team.member_joined': z.strictObject({ member: memberSchema }),
  'team.member_left': z.strictObject({ userId: id }),
  'team.member_updated': z.strictObject({ userId: id, role: membershipRole }),
  // meeting:<id>, to those who are in it
  'meeting.updated': z.strictObject({ meeting: meetingSchema }),
  /** New, or changed: waits, came in, another role, a hand. */
  'meeting.participant_updated': z.strictObject({ participant: participantSchema }),
  'meeting.participant_left': z.strictObject({ participantId: id }),
  // organisation:<id>
  'organisation.updated': z.strictObject({ organisation: organisationSchema }),
  'emoji.created': z.strictObject({ emoji: customEmojiSchema }),
  'emoji.deleted': z.strictObject({ emojiId: id }),
  'user.created': z.strictObject({ user: userSchema }),
  'user.updated': z.strictObject({ user: userSchema }),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>;

/** What `type` and `payload` an event may have, as a union discriminated by `type`. */
export type TypedEvent = { [T in EventType]: { type: T; payload: EventPayload<T> } }[EventType];

export const streamIdSchema = z.string().check(z.regex(/^(channel|user|team|organisation|meeting):[0-9a-f-]{36}$/));

/** One entry of a stream's log as clients get it, from the socket or from `/sync`. */
export type StreamEvent = { stream: StreamId; seq: number; at: string } & TypedEvent;

/** Loose at the payload: its exact schema is `EVENTS[type]`. */
export const streamEventSchema = z.strictObject({
  stream: streamIdSchema,
  seq,
  at: instant,
  type: z.enum(Object.keys(EVENTS) as [EventType, ...EventType[]]),
  payload: z.unknown(),
});
