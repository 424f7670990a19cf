import type { Message, StreamEvent } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { findInWindow } from './message-window.ts';
import { since } from './stream-position.ts';
import type { ChannelEntry, ChannelWindow, StreamPosition } from './workspace-state.ts';

const CAP = LIMITS.unreadCap;

interface Known {
  me: string;
  position: StreamPosition;
  window: ChannelWindow | undefined;
}

/** Counts an event of the channel in, once: events up to `countedTo` are in the counts already. */
export function countEvent(entry: ChannelEntry, event: StreamEvent, known: Known): ChannelEntry {
  if (event.seq <= entry.countedTo) return entry;
  const counted: ChannelEntry = { ...entry, countedTo: event.seq };
  if (event.type !== 'message.created' && event.type !== 'message.edited' && event.type !== 'message.deleted') return counted;
  const { message } = event.payload;
  if (message.authorId === known.me || message.seq <= entry.membership.readSeq) return counted;

  const everyMessage = entry.channel.kind === 'direct' || entry.channel.kind === 'group';
  const mentionsMe = (version: Message) => version.mentions.everyone || version.mentions.userIds.includes(known.me);
  if (event.type === 'message.created') {
    const mentioned = everyMessage || mentionsMe(message);
    return change(counted, { unread: 1, mentions: mentioned ? 1 : 0 });
  }
  const unread = event.type === 'message.deleted' ? -1 : 0;
  if (everyMessage) return change(counted, { unread, mentions: unread });
  const after = event.type === 'message.edited' && mentionsMe(message);
  const before = versionBefore(message, event.seq, known);
  if (before === undefined) {
    const noneBefore = entry.mentionCount === 0 && !after;
    return change({ ...counted, uncertain: counted.uncertain || !noneBefore }, { unread, mentions: 0 });
  }
  return change(counted, { unread, mentions: Number(after) - Number(mentionsMe(before)) });
}

/** Counts read on the server as of `head`, with the later events that this client has. */
export function withCounts(
  entry: ChannelEntry,
  counts: { unreadCount: number; mentionCount: number; head: number },
  known: Known,
): ChannelEntry {
  const base: ChannelEntry = {
    ...entry, unreadCount: counts.unreadCount, mentionCount: counts.mentionCount, countedTo: counts.head, uncertain: false,
  };
  const later = since(known.position, counts.head);
  if (later === null) return { ...base, countedTo: Math.max(known.position.cursor, counts.head), uncertain: true };
  return later.reduce((current, event) => countEvent(current, event, known), base);
}

function change(entry: ChannelEntry, by: { unread: number; mentions: number }): ChannelEntry {
  // At the cap there may be more than shown: how many remain, only the server knows.
  const lost = (by.unread < 0 && entry.unreadCount >= CAP) || (by.mentions < 0 && entry.mentionCount >= CAP);
  return {
    ...entry,
    unreadCount: bounded(entry.unreadCount + by.unread),
    mentionCount: bounded(entry.mentionCount + by.mentions),
    uncertain: entry.uncertain || lost,
  };
}

const bounded = (count: number) => Math.min(CAP, Math.max(0, count));

/** What the message was just before an event; undefined when this client doesn't know. */
function versionBefore(message: Message, seq: number, { position, window }: Known): Message | undefined {
  const earlier = position.retained.findLast((event) => event.seq < seq && 'message' in event.payload && event.payload.message.id === message.id);
  if (earlier !== undefined && 'message' in earlier.payload) return earlier.payload.message;
  const inWindow = window?.stale === false ? findInWindow(window, message) : undefined;
  return inWindow !== undefined && inWindow.version < seq ? inWindow : undefined;
}
