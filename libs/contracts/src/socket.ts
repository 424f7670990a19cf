import * as z from 'zod/mini';
import { DOCUMENT_MESSAGES, type DocumentMessageResults, type DocumentServerMessages } from './document-sync.ts';
import type { StreamEvent } from './events.ts';
import { id } from './fields.ts';
import { LIMITS } from './limits.ts';
import { type MediaEvent, MEETING_MESSAGES, type MeetingMessageResults } from './meeting-signalling.ts';

/** What a client may send on the socket; every message is answered through its acknowledgement. */
export const CLIENT_MESSAGES = {
  /** I am (no longer) typing there: in the channel, or in one of its threads. Sent at most every 3 s; forgotten after 6 s. */
  typing: z.strictObject({ channelId: id, threadId: z.optional(id), active: z.boolean() }),
  /** Whether somebody is at this device. The server's default is `true` at connection. */
  activity: z.strictObject({ active: z.boolean() }),
  /** Replaces the set of people whose presence this socket follows; answers with their presence now. */
  watch_presence: z.strictObject({ userIds: z.array(id).check(z.maxLength(LIMITS.presenceWatch)) }),
  ...MEETING_MESSAGES,
  ...DOCUMENT_MESSAGES,
} as const;
export type ClientMessageType = keyof typeof CLIENT_MESSAGES;
export type ClientMessage<T extends ClientMessageType> = z.infer<(typeof CLIENT_MESSAGES)[T]>;

/** What the server answers each message with. */
export interface ClientMessageResults extends MeetingMessageResults, DocumentMessageResults {
  typing: Record<string, never>;
  activity: Record<string, never>;
  watch_presence: Record<string, Presence>;
}

/** online: at a device now. away: connected, nobody there. offline: not connected. */
export type Presence = 'online' | 'away' | 'offline';

/** What the server sends on the socket. */
export interface ServerMessages extends DocumentServerMessages {
  /** First message of a connection: the rooms are joined, the heads are those from before joining. */
  hello: { protocol: number; userId: string; sessionId: string };
  event: StreamEvent;
  /** `threadId` is not checked to be of the channel: take it only together with that. */
  typing: { channelId: string; threadId?: string; userId: string; active: boolean };
  /** Somebody who lets others know read on, in a direct or small group conversation where I do so too. */
  receipt: { channelId: string; userId: string; readSeq: number };
  presence: { userId: string; presence: Presence };
  /** Of somebody whose presence is watched: whether they are in a meeting. After `watch_presence`, told of those who are. */
  in_meeting: { userId: string; inMeeting: boolean };
  /** To the socket that is attached. */
  meeting_media: { meetingId: string; event: MediaEvent };
  meeting_reaction: { meetingId: string; participantId: string; emoji: string };
  /** The server stops; the client reconnects by itself. */
  draining: Record<string, never>;
}

/** Answer to a client's message: its result, or a code of the error catalogue. */
export type Acknowledgement<T = Record<string, never>> = { ok: true; result: T } | { ok: false; code: string; detail?: string };

/** Socket.io path and handshake: `auth: { protocol: number, token?: string }`. */
export const SOCKET_PATH = '/socket.io';
