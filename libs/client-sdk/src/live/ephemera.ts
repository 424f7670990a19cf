import type { Presence, ServerMessages } from '@parvis/contracts';

/** Typing is forgotten after this, in milliseconds, when no new sign of it came. */
export const TYPING_EXPIRES = 6_000;

/** What is true only now and in no stream. */
export interface Ephemera {
  /** `typingPlace` -> user -> when it expires, in milliseconds of `Date.now()`. */
  readonly typing: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly presence: Readonly<Record<string, Presence>>;
  /** Who of those whose presence is followed is in a meeting. */
  readonly inMeeting: Readonly<Record<string, true>>;
  /** Channel -> user -> up to where they read, of those who let me know. */
  readonly receipts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const noEphemera: Ephemera = { typing: {}, presence: {}, inMeeting: {}, receipts: {} };

/** Where somebody types: a thread is one of its channel, so that nobody shows themselves in threads of another. */
export const typingPlace = (channelId: string, threadId?: string | null): string => (threadId == null ? channelId : `${channelId}/${threadId}`);

export function withTyping(ephemera: Ephemera, sign: ServerMessages['typing'], now: number): Ephemera {
  const place = typingPlace(sign.channelId, sign.threadId);
  const { [place]: before, ...elsewhere } = ephemera.typing;
  const { [sign.userId]: _before, ...others } = before ?? {};
  const there = sign.active ? { ...others, [sign.userId]: now + TYPING_EXPIRES } : others;
  return { ...ephemera, typing: Object.keys(there).length === 0 ? elsewhere : { ...elsewhere, [place]: there } };
}

export function withoutExpired(ephemera: Ephemera, now: number): Ephemera {
  const entries = Object.entries(ephemera.typing);
  if (!entries.some(([, users]) => Object.values(users).some((expires) => expires <= now))) return ephemera;
  const typing = entries.map(([place, users]) => [place, Object.fromEntries(Object.entries(users).filter(([, expires]) => expires > now))] as const);
  return { ...ephemera, typing: Object.fromEntries(typing.filter(([, users]) => Object.keys(users).length > 0)) };
}

export function nextExpiry(ephemera: Ephemera): number | null {
  const all = Object.values(ephemera.typing).flatMap((users) => Object.values(users));
  return all.length === 0 ? null : Math.min(...all);
}

export const withPresence = (ephemera: Ephemera, presence: Record<string, Presence>): Ephemera => ({
  ...ephemera, presence: { ...ephemera.presence, ...presence },
});

export function withInMeeting(ephemera: Ephemera, userId: string, inMeeting: boolean): Ephemera {
  if ((ephemera.inMeeting[userId] ?? false) === inMeeting) return ephemera;
  const { [userId]: _before, ...others } = ephemera.inMeeting;
  return { ...ephemera, inMeeting: inMeeting ? { ...others, [userId]: true } : others };
}

/** Of others nobody tells any more. */
export function onlyInMeeting(ephemera: Ephemera, followed: readonly string[]): Ephemera {
  const kept = Object.entries(ephemera.inMeeting).filter(([userId]) => followed.includes(userId));
  return kept.length === Object.keys(ephemera.inMeeting).length ? ephemera : { ...ephemera, inMeeting: Object.fromEntries(kept) };
}

/** Nobody reads back: an older sign that comes later says nothing. */
export function withReceipt(ephemera: Ephemera, { channelId, userId, readSeq }: { channelId: string; userId: string; readSeq: number }): Ephemera {
  const known = ephemera.receipts[channelId] ?? {};
  if ((known[userId] ?? -1) >= readSeq) return ephemera;
  return { ...ephemera, receipts: { ...ephemera.receipts, [channelId]: { ...known, [userId]: readSeq } } };
}

/** All that the server tells of a channel: who is not in it wants to tell no more. */
export function withReceipts(ephemera: Ephemera, channelId: string, receipts: readonly { userId: string; readSeq: number }[]): Ephemera {
  const known = ephemera.receipts[channelId] ?? {};
  const told = Object.fromEntries(receipts.map(({ userId, readSeq }) => [userId, Math.max(readSeq, known[userId] ?? 0)]));
  return { ...ephemera, receipts: { ...ephemera.receipts, [channelId]: told } };
}
