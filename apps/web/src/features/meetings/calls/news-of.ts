import type { MeetingView } from '../engine/types.ts';

type Known = Pick<MeetingView, 'me' | 'participants' | 'waiting' | 'meeting' | 'reactions' | 'sharing' | 'local'>;

/** What is told of a change; `name` is who it is about. */
export interface News {
  readonly what: 'came' | 'left' | 'hand' | 'waits' | 'reacted' | 'recordingStarted' | 'recordingStopped' | 'recordingFailed' | 'locked' | 'unlocked' | 'cohost' | 'shares' | 'sharesNoMore' | 'muted' | 'cameraOff';
  readonly name: string;
  readonly emoji?: string;
}

/** What somebody who doesn't look at the stage would miss between two moments. */
export function newsOf(before: Known, now: Known): News[] {
  const meId = now.me?.id;
  const news: News[] = [];
  const was = new Map(before.participants.map((participant) => [participant.id, participant]));
  const isIn = new Set(now.participants.map(({ id }) => id));
  for (const { id, name, handRaisedAt, role } of now.participants) {
    const earlier = was.get(id);
    if (earlier === undefined && id !== meId) news.push({ what: 'came', name });
    if (earlier !== undefined && handRaisedAt !== null && earlier.handRaisedAt === null && id !== meId) news.push({ what: 'hand', name });
    if (earlier?.role === 'attendee' && role !== 'attendee' && id === meId) news.push({ what: 'cohost', name });
  }
  for (const { id, name } of before.participants) if (!isIn.has(id) && id !== meId) news.push({ what: 'left', name });
  const nameOf = (id: string) => [...now.participants, ...before.participants].find((participant) => participant.id === id)?.name ?? '';
  const changed = (from: readonly string[], to: readonly string[]) => to.filter((id) => !from.includes(id) && id !== meId);
  for (const id of changed(before.sharing, now.sharing)) news.push({ what: 'shares', name: nameOf(id) });
  for (const id of changed(now.sharing, before.sharing)) if (isIn.has(id)) news.push({ what: 'sharesNoMore', name: nameOf(id) });
  const byHost = (source: 'microphone' | 'camera') => now.local[source].state === 'muted_by_host' && before.local[source].state !== 'muted_by_host';
  if (byHost('microphone')) news.push({ what: 'muted', name: '' });
  if (byHost('camera')) news.push({ what: 'cameraOff', name: '' });
  const waited = new Set(before.waiting.map(({ id }) => id));
  if (now.me !== null && now.me.role !== 'attendee') for (const { id, name } of now.waiting) if (!waited.has(id)) news.push({ what: 'waits', name });
  const lastReaction = before.reactions.at(-1)?.id ?? -1;
  for (const { id, emoji, participantId } of now.reactions) {
    const who = now.participants.find((participant) => participant.id === participantId);
    if (id > lastReaction && who && who.id !== meId) news.push({ what: 'reacted', name: who.name, emoji });
  }
  const [recorded, records] = [before.meeting?.recording?.state, now.meeting?.recording?.state];
  if (recorded !== records && before.meeting !== null) {
    if (records === 'recording') news.push({ what: 'recordingStarted', name: '' });
    else if (records === 'failed') news.push({ what: 'recordingFailed', name: '' });
    else if (recorded === 'recording') news.push({ what: 'recordingStopped', name: '' });
  }
  if (before.meeting !== null && now.meeting !== null && before.meeting.locked !== now.meeting.locked) news.push({ what: now.meeting.locked ? 'locked' : 'unlocked', name: '' });
  return news;
}
