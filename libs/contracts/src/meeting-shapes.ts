import * as z from 'zod/mini';
import { id, instant } from './fields.ts';

/** `call`: rings the people of a direct or group conversation. `meeting`: whoever wants comes in. */
export const meetingKind = z.enum(['meeting', 'call']);
export type MeetingKind = z.infer<typeof meetingKind>;

/** Hosts and co-hosts run the meeting; there is one host, any number of co-hosts. */
export const meetingRole = z.enum(['host', 'cohost', 'attendee']);
export type MeetingRole = z.infer<typeof meetingRole>;

/** What a track shows or carries. `screen_audio`: the sound of what is shared. */
export const mediaSource = z.enum(['microphone', 'camera', 'screen', 'screen_audio']);
export type MediaSource = z.infer<typeof mediaSource>;

/** Who waits to be let in. `guests`: everybody who is in no conversation of the meeting's. */
export const lobbyPolicy = z.enum(['off', 'guests', 'everyone']);
export type LobbyPolicy = z.infer<typeof lobbyPolicy>;

const everyoneOrHosts = z.enum(['everyone', 'hosts']);
export const meetingPermissionsSchema = z.strictObject({
  /** Who may share a screen. */
  share: everyoneOrHosts,
  /** Who may write in the meeting's own conversation; in a channel's meeting the channel says it. */
  chat: everyoneOrHosts,
  /** Whether somebody whom a host muted may unmute alone. */
  unmute: everyoneOrHosts,
});
export type MeetingPermissions = z.infer<typeof meetingPermissionsSchema>;

export const recordingState = z.enum(['recording', 'composing', 'ready', 'failed']);
export const recordingSchema = z.strictObject({
  id,
  state: recordingState,
  startedBy: id,
  startedAt: instant,
  endedAt: z.nullable(instant),
  /** Of a ready one: the message in the meeting's conversation that holds the file. */
  messageId: z.nullable(id),
});
export type Recording = z.infer<typeof recordingSchema>;

/** `missed`: a call that nobody answered; `declined`: that everybody called declined. */
const meetingOutcome = z.enum(['running', 'ended', 'missed', 'declined']);

export const meetingSchema = z.strictObject({
  id,
  /** The conversation that it belongs to: its chat and its files are there. */
  channelId: id,
  kind: meetingKind,
  title: z.string(),
  /** The conversation was made for this meeting: who joins it is in it. */
  ownConversation: z.boolean(),
  createdBy: z.nullable(id),
  startedAt: instant,
  endedAt: z.nullable(instant),
  outcome: meetingOutcome,
  /** Nobody new comes in. */
  locked: z.boolean(),
  lobby: lobbyPolicy,
  allow: meetingPermissionsSchema,
  /** The participant whom a host shows to all. */
  spotlightId: z.nullable(id),
  /** While one runs, or failed a moment ago. */
  recording: z.nullable(recordingSchema),
  /** Grows whenever the meeting's media moves to another place: attach again. */
  epoch: z.int(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** One device in a meeting. A person may be in it with several. */
export const participantSchema = z.strictObject({
  id,
  userId: id,
  name: z.string(),
  /** Came by a link, without an account. */
  guest: z.boolean(),
  avatarVersion: z.nullable(z.string()),
  role: meetingRole,
  /** `waiting`: in the lobby, hears and sees nothing. */
  state: z.enum(['waiting', 'joined']),
  /** Since when the hand is up: they are heard in this order. */
  handRaisedAt: z.nullable(instant),
  joinedAt: instant,
});
export type Participant = z.infer<typeof participantSchema>;

/** A meeting as its conversation shows it while it runs. */
export const activeMeetingSchema = z.strictObject({
  id,
  kind: meetingKind,
  title: z.string(),
  startedAt: instant,
  /** People in it. */
  participantCount: z.int(),
  /** Of those, the first five. */
  userIds: z.array(id),
});
export type ActiveMeeting = z.infer<typeof activeMeetingSchema>;

/** What a message that stands for a meeting says of it. */
export const messageMeetingSchema = z.strictObject({
  id,
  kind: meetingKind,
  title: z.string(),
  startedAt: instant,
  endedAt: z.nullable(instant),
  /** People who were in it. */
  participantCount: z.int(),
  outcome: meetingOutcome,
});
export type MessageMeeting = z.infer<typeof messageMeetingSchema>;

/** A call that rings for me, or did. A device rings while `ringing` and before `expiresAt`. */
export const callSchema = z.strictObject({
  meetingId: id,
  channelId: id,
  callerId: id,
  callerName: z.string(),
  state: z.enum(['ringing', 'answered', 'declined', 'missed', 'cancelled']),
  expiresAt: instant,
});
export type Call = z.infer<typeof callSchema>;

/** What a device saw of its connection; percentages 0 to 100, times in milliseconds, rates in kbit/s. */
export const connectionQualitySchema = z.strictObject({
  rtt: z.nullable(z.number().check(z.minimum(0), z.maximum(600_000))),
  jitter: z.nullable(z.number().check(z.minimum(0), z.maximum(600_000))),
  loss: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
  sendKbps: z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))),
  receiveKbps: z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000))),
});
export type ConnectionQuality = z.infer<typeof connectionQualitySchema>;

/** What is left of a meeting. */
export const meetingReportSchema = z.strictObject({
  meetingId: id,
  /** Milliseconds, until now while it runs. */
  duration: z.int(),
  attendance: z.array(z.strictObject({
    userId: id,
    name: z.string(),
    guest: z.boolean(),
    role: meetingRole,
    stays: z.array(z.strictObject({ joinedAt: instant, leftAt: z.nullable(instant) })),
    /** Mean over the whole time; null when nothing was told. */
    quality: z.nullable(connectionQualitySchema),
  })),
  recordings: z.array(recordingSchema),
});
export type MeetingReport = z.infer<typeof meetingReportSchema>;
