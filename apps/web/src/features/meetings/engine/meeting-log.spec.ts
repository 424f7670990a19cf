import type { Meeting, Participant, StreamEvent } from '@parvis/contracts';
import { expect, it } from 'vitest';
import { hasGap, type MeetingLog, peopleOf, withEvent, withState } from './meeting-log.ts';

const person = (id: string, joinedAt = '2026-01-01T00:00:00.000Z', state: Participant['state'] = 'joined'): Participant => ({
  id, userId: id, name: id, guest: false, avatarVersion: null, role: 'attendee', state, handRaisedAt: null, joinedAt,
});
const meeting = { id: 'm', title: 'Stand-up', epoch: 1 } as Meeting;
const came = (seq: number, participant: Participant): StreamEvent => ({ stream: 'meeting:m', seq, at: '', type: 'meeting.participant_updated', payload: { participant } });
const left = (seq: number, participantId: string): StreamEvent => ({ stream: 'meeting:m', seq, at: '', type: 'meeting.participant_left', payload: { participantId } });
const at = (head: number, ...participants: Participant[]): MeetingLog => withState(null, { head, meeting, participants });
const names = (log: MeetingLog) => peopleOf(log).participants.map(({ id }) => id);

it('applies what follows, in order, and waits for what is missing between', () => {
  const gap = withEvent(withEvent(at(3, person('a')), came(6, person('c'))), came(5, person('b')));
  expect(names(gap)).toEqual(['a']);
  expect(hasGap(gap)).toBe(true);
  const whole = withEvent(gap, left(4, 'a'));
  expect(names(whole)).toEqual(['b', 'c']);
  expect(hasGap(whole)).toBe(false);
});

it('applies nothing twice', () => {
  const log = withEvent(at(3, person('a')), left(4, 'a'));
  expect(withEvent(log, came(3, person('a')))).toBe(log);
});

it('brings a state that was read up to date with what came before its answer, and refuses an older one', () => {
  const log = withState(null, { head: 3, meeting, participants: [person('a')] }, [came(3, person('x')), came(4, person('b'))]);
  expect(names(log)).toEqual(['a', 'b']);
  expect(withState(log, { head: 2, meeting, participants: [] })).toBe(log);
  expect(names(withState(log, { head: 9, meeting, participants: [person('c')] }))).toEqual(['c']);
});

it('lists people in the order of coming, and apart who waits', () => {
  const log = at(1, person('late', '2026-01-01T00:00:02.000Z'), person('early'), person('outside', '2026-01-01T00:00:01.000Z', 'waiting'));
  expect(names(log)).toEqual(['early', 'late']);
  expect(peopleOf(log).waiting.map(({ id }) => id)).toEqual(['outside']);
});
