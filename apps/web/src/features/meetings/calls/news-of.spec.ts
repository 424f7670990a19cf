import type { Meeting, Participant } from '@parvis/contracts';
import { expect, test } from 'vitest';
import { emptyView } from '../engine/empty-view.ts';
import type { LocalSource, MeetingView } from '../engine/types.ts';
import { newsOf } from './news-of.ts';

const AT = '2026-11-28T10:00:00.000Z';
const person = (id: string, changes: Partial<Participant> = {}): Participant => ({
  id, userId: id, name: id.toUpperCase(), guest: false, avatarVersion: null, role: 'attendee', state: 'joined', handRaisedAt: null, joinedAt: AT, ...changes,
});
const meeting = (changes: Partial<Meeting> = {}): Meeting => ({
  id: 'm', channelId: 'c', kind: 'meeting', title: '', ownConversation: false, createdBy: 'me', startedAt: AT, endedAt: null, outcome: 'running', locked: false, lobby: 'off',
  allow: { share: 'everyone', chat: 'everyone', unmute: 'everyone' }, spotlightId: null, recording: null, epoch: 1, ...changes,
});
const me = person('me');
const view = (changes: Partial<MeetingView> = {}): MeetingView => ({ ...emptyView, me, participants: [me, person('ann')], waiting: [], meeting: meeting(), reactions: [], ...changes });
const told = (before: MeetingView, now: MeetingView) => newsOf(before, now).map(({ what, name, emoji }) => [what, name, emoji].filter(Boolean).join(' '));

test('tells who came, left and raised a hand, but not what I did myself', () => {
  const up = { handRaisedAt: AT };
  expect(told(view({ participants: [] }), view({ participants: [me] }))).toEqual([]);
  expect(told(view(), view({ participants: [me, person('bilal')] }))).toEqual(['came BILAL', 'left ANN']);
  expect(told(view(), view({ participants: [person('me', up), person('ann', up)] }))).toEqual(['hand ANN']);
  expect(told(view({ participants: [me, person('ann', up)] }), view())).toEqual([]);
});

test('tells of those who wait only to who can let them in, once', () => {
  const waiting = [person('greta', { state: 'waiting' })];
  const host = person('me', { role: 'host' });
  expect(told(view(), view({ waiting }))).toEqual([]);
  expect(told(view({ me: host }), view({ me: host, waiting }))).toEqual(['waits GRETA']);
  expect(told(view({ me: host, waiting }), view({ me: host, waiting }))).toEqual([]);
});

test('tells who shares a screen, and who does no more', () => {
  expect(told(view(), view({ sharing: ['ann', 'me'] }))).toEqual(['shares ANN']);
  expect(told(view({ sharing: ['ann', 'me'] }), view())).toEqual(['sharesNoMore ANN']);
  expect(told(view({ sharing: ['ann'] }), view({ participants: [me] }))).toEqual(['left ANN']);
});

test('tells me what a host took from me, once', () => {
  const mine = (state: LocalSource['state']) => view({ local: { ...emptyView.local, microphone: { state, problem: null, track: null }, camera: { state, problem: null, track: null } } });
  expect(told(mine('on'), mine('muted_by_host'))).toEqual(['muted', 'cameraOff']);
  expect(told(mine('muted_by_host'), mine('muted_by_host'))).toEqual([]);
  expect(told(mine('on'), mine('muted'))).toEqual([]);
});

test('tells each reaction of others once', () => {
  const first = { id: 1, participantId: 'ann', emoji: '👏', at: 0 };
  const mine = { id: 2, participantId: 'me', emoji: '🎉', at: 0 };
  expect(told(view(), view({ reactions: [first, mine] }))).toEqual(['reacted ANN 👏']);
  expect(told(view({ reactions: [first] }), view({ reactions: [first, mine] }))).toEqual([]);
});

test('tells that a recording began, stopped and failed, and that the meeting was locked', () => {
  const recording = (state: 'recording' | 'composing' | 'failed') => view({ meeting: meeting({ recording: { id: 'r', state, startedBy: 'ann', startedAt: AT, endedAt: null, messageId: null } }) });
  expect(told(view(), recording('recording'))).toEqual(['recordingStarted']);
  expect(told(recording('recording'), recording('composing'))).toEqual(['recordingStopped']);
  expect(told(recording('recording'), recording('failed'))).toEqual(['recordingFailed']);
  expect(told(view(), view({ meeting: meeting({ locked: true }) }))).toEqual(['locked']);
  expect(told(view({ meeting: null }), view({ meeting: meeting({ locked: true }) }))).toEqual([]);
});
