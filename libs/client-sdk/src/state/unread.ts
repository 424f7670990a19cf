import type { Channel, Message, StreamEvent } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { findInWindow } from './message-window.ts';
import { since } from './stream-position.ts';
import type { ChannelEntry, ChannelWindow, StreamPosition, ThreadEntry } from './workspace-state.ts';

const CAP = LIMITS.unreadCap;

interface Known {
  me: string;
  position: StreamPosition;
  /** Of the channel, and of its threads. */
  windows: readonly ChannelWindow[];
}

interface Counts {
  readonly unreadCount: number;
  readonly mentionCount: number;
  /** Of a thread. */
  readonly onlyHereCount?: number;
  readonly countedTo: number;
  readonly uncertain: boolean;
}

/** Which messages count somewhere. */
interface Place {
  readSeq: number;
  /** In direct and group conversations every message is as good as a mention. */
  everyMessage: boolean;
  holds: (message: Message) => boolean;
}

interface CountsRead {
  unreadCount: number;
  mentionCount: number;
  head: number;
}

export const isDirect = ({ kind }: Channel): boolean => kind === 'direct' || kind === 'group';

/** A reply that is only in its thread counts there. */
export const isInChannel = ({ threadId, alsoInChannel }: Message): boolean => threadId === undefined || alsoInChannel === true;

const inChannel = (entry: ChannelEntry): Place => ({
  readSeq: entry.membership.readSeq, everyMessage: isDirect(entry.channel), holds: isInChannel,
});
const inThread = (entry: ThreadEntry, channel: Channel): Place => ({
  readSeq: entry.readSeq, everyMessage: isDirect(channel), holds: ({ threadId }) => threadId === entry.threadId,
});

/** Counts an event of the channel in, once: events up to `countedTo` are in the counts already. */
export const countEvent = (entry: ChannelEntry, event: StreamEvent, known: Known): ChannelEntry => count(entry, event, inChannel(entry), known);

export const countThreadEvent = (entry: ThreadEntry, channel: Channel, event: StreamEvent, known: Known): ThreadEntry =>
  count(entry, event, inThread(entry, channel), known);

/** Counts read on the server as of `head`, with the later events that this client has. */
export const withCounts = (entry: ChannelEntry, counts: CountsRead, known: Known): ChannelEntry => recount(entry, counts, inChannel(entry), known);

export const withThreadCounts = (entry: ThreadEntry, channel: Channel, counts: CountsRead, known: Known): ThreadEntry =>
  recount(entry, counts, inThread(entry, channel), known);

function count<Entry extends Counts>(entry: Entry, event: StreamEvent, place: Place, known: Known): Entry {
  if (event.seq <= entry.countedTo) return entry;
  const counted: Entry = { ...entry, countedTo: event.seq };
  if (event.type !== 'message.created' && event.type !== 'message.edited' && event.type !== 'message.deleted') return counted;
  const { message } = event.payload;
  if (!place.holds(message) || message.authorId === known.me || message.seq <= place.readSeq) return counted;

  const change = (to: Entry, by: { unread: number; mentions: number }) => changed(to, { ...by, onlyHere: isInChannel(message) ? 0 : by.mentions });
  const mentionsMe = (version: Message) => version.mentions.everyone || version.mentions.userIds.includes(known.me);
  if (event.type === 'message.created') {
    const mentioned = place.everyMessage || mentionsMe(message);
    return change(counted, { unread: 1, mentions: mentioned ? 1 : 0 });
  }
  const unread = event.type === 'message.deleted' ? -1 : 0;
  if (place.everyMessage) return change(counted, { unread, mentions: unread });
  const after = event.type === 'message.edited' && mentionsMe(message);
  const before = versionBefore(message, event.seq, known);
  if (before === undefined) {
    const noneBefore = entry.mentionCount === 0 && !after;
    return change({ ...counted, uncertain: counted.uncertain || !noneBefore }, { unread, mentions: 0 });
  }
  return change(counted, { unread, mentions: Number(after) - Number(mentionsMe(before)) });
}

function recount<Entry extends Counts>(entry: Entry, { unreadCount, mentionCount, head }: CountsRead, place: Place, known: Known): Entry {
  const base: Entry = { ...entry, unreadCount, mentionCount, countedTo: head, uncertain: false };
  const later = since(known.position, head);
  if (later === null) return { ...base, countedTo: Math.max(known.position.cursor, head), uncertain: true };
  return later.reduce((current, event) => count(current, event, place, known), base);
}

function changed<Entry extends Counts>(entry: Entry, by: { unread: number; mentions: number; onlyHere: number }): Entry {
  // At the cap there may be more than shown: how many remain, only the server knows.
  const lost = (by.unread < 0 && entry.unreadCount >= CAP) || (by.mentions < 0 && entry.mentionCount >= CAP);
  return {
    ...entry,
    unreadCount: bounded(entry.unreadCount + by.unread),
    mentionCount: bounded(entry.mentionCount + by.mentions),
    ...(entry.onlyHereCount !== undefined && { onlyHereCount: bounded(entry.onlyHereCount + by.onlyHere) }),
    uncertain: entry.uncertain || lost,
  };
}

const bounded = (count: number) => Math.min(CAP, Math.max(0, count));

/** What the message was just before an event; undefined when this client doesn't know. */
function versionBefore(message: Message, seq: number, { position, windows }: Known): Message | undefined {
  const earlier = position.retained.findLast((event) => event.seq < seq && 'message' in event.payload && event.payload.message.id === message.id);
  if (earlier !== undefined && 'message' in earlier.payload) return earlier.payload.message;
  const shown = windows.map((window) => (window.stale ? undefined : findInWindow(window, message)));
  return shown.find((version) => version !== undefined && version.version < seq);
}
