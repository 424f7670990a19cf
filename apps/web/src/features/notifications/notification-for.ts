import type { Message, StreamEvent } from '@parvis/contracts';
import type { WorkspaceState } from '../../sync/index.ts';

/** Why a person is told of a message. */
export type Reason = 'direct' | 'mention' | 'thread' | 'channel';

/** A message that comes late, after sleep or a lost connection, is in the badges: no need to ring for it, in milliseconds. */
const FRESH = 2 * 60_000;

type Known = Pick<WorkspaceState, 'me' | 'channels' | 'preferences'> & { threads?: Readonly<Record<string, unknown>> };

/** Whether, and why, its reader is told of a new message on the desktop; where it is open and read does not count here. */
export function notificationFor(message: Message, state: Known, now: number): Reason | null {
  const { me, preferences } = state;
  const entry = state.channels[message.channelId];
  if (entry === undefined || message.authorId === me.id || message.deletedAt !== null) return null;
  // A call rings by itself.
  if (message.meeting?.kind === 'call') return null;
  if (now - Date.parse(message.editedAt ?? message.createdAt) > FRESH || entry.membership.muted) return null;
  if (me.doNotDisturbUntil !== null && Date.parse(me.doNotDisturbUntil) > now) return null;
  const { notifications } = entry.membership;
  const level = notifications === 'default' ? preferences.desktopNotifications : notifications;
  if (level === 'none') return null;
  const reason = reasonOf(message, state);
  return level === 'all' || reason !== 'channel' ? reason : null;
}

function reasonOf(message: Message, { me, channels, threads = {} }: Known): Reason | null {
  if (message.mentions.userIds.includes(me.id) || message.mentions.everyone) return 'mention';
  if (message.threadId !== undefined && threads[message.threadId] !== undefined) return 'thread';
  if (channels[message.channelId]?.channel.teamId === null) return 'direct';
  return message.threadId === undefined || message.alsoInChannel ? 'channel' : null;
}

/** The message that an event is news of for me: a new one, or one that calls me only since it was changed. */
export function newsIn(event: StreamEvent, meId: string): Message | null {
  if (event.type === 'message.created') return event.payload.message;
  if (event.type !== 'message.edited') return null;
  const { message, calls } = event.payload;
  return calls !== undefined && (calls.everyone || calls.userIds.includes(meId)) ? message : null;
}
