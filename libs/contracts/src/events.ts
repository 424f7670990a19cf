import * as z from 'zod/mini';
import { id, instant, seq } from './fields.ts';
import {
  channelSchema,
  channelSummarySchema,
  memberSchema,
  membershipRole,
  messageSchema,
  organisationSchema,
  teamSchema,
  teamSummarySchema,
  userSchema,
} from './shapes.ts';
import type { StreamId } from './stream-id.ts';

/**
 * The event catalogue: the type and payload of everything that a stream may carry. A payload says
 * the new state, never a difference, so that applying it twice changes nothing.
 */
export const EVENTS = {
  // channel:<id>
  'message.created': z.strictObject({ message: messageSchema }),
  'message.edited': z.strictObject({ message: messageSchema }),
  'message.deleted': z.strictObject({ message: messageSchema }),
  'channel.updated': z.strictObject({ channel: channelSchema }),
  'channel.member_joined': z.strictObject({ member: memberSchema, memberCount: z.int() }),
  'channel.member_left': z.strictObject({ userId: id, memberCount: z.int() }),
  'channel.member_updated': z.strictObject({ userId: id, role: membershipRole }),
  // user:<id>
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
  'team.joined': z.strictObject({ summary: teamSummarySchema }),
  'team.left': z.strictObject({ teamId: id }),
  // team:<id>
  'team.updated': z.strictObject({ team: teamSchema }),
  'team.member_joined': z.strictObject({ member: memberSchema }),
  'team.member_left': z.strictObject({ userId: id }),
  'team.member_updated': z.strictObject({ userId: id, role: membershipRole }),
  // organisation:<id>
  'organisation.updated': z.strictObject({ organisation: organisationSchema }),
  'user.created': z.strictObject({ user: userSchema }),
  'user.updated': z.strictObject({ user: userSchema }),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>;

/** What `type` and `payload` an event may have, as a union discriminated by `type`. */
export type TypedEvent = { [T in EventType]: { type: T; payload: EventPayload<T> } }[EventType];

export const streamIdSchema = z.string().check(z.regex(/^(channel|user|team|organisation):[0-9a-f-]{36}$/));

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
