import { type Call, LIMITS, type Meeting, streamId } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../fixtures/meetings.ts';
import { channelOf, conversationOf, dial, hurry, join, leave, meet, messageOf } from '../../fixtures/rooms.ts';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let [alice, bob, carol] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  workspace = await openWorkspace();
  alice = await workspace.person('Alice');
  bob = await workspace.person('Bob');
  carol = await workspace.person('Carol');
});
afterAll(() => workspace?.stop());

const snapshot = async (person: Person) => (await person.call('sync', { body: { cursors: {} } })).snapshot!;
/** What a person’s devices were told of the call, in order. */
async function told(person: Person, meeting: Meeting): Promise<Call['state'][]> {
  const events = (await eventsOf(person, streamId('user', person.id)))!;
  return events.flatMap(({ type, payload }) => {
    const call = type === 'call.updated' ? (payload as { call: Call }).call : null;
    return call?.meetingId === meeting.id ? [call.state] : [];
  });
}
const isOver = async (person: Person, meeting: Meeting) => (await person.call('getMeeting', { params: { id: meeting.id } })).endedAt !== null;

describe('a call', () => {
  it('rings for the others, and no more once it is answered on any device', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob));
    expect(meeting.kind).toBe('call');
    await join(alice, meeting);
    const [ringing] = (await snapshot(bob)).calls!;
    expect(ringing).toMatchObject({ meetingId: meeting.id, channelId: meeting.channelId, callerId: alice.id, callerName: 'Alice', state: 'ringing' });
    expect(Date.parse(ringing!.expiresAt) - Date.parse(meeting.startedAt)).toBe(LIMITS.ringMs);
    expect((await snapshot(alice)).calls).toEqual([]);
    await join(bob, meeting);
    expect(await told(bob, meeting)).toEqual(['ringing', 'answered']);
    expect((await snapshot(bob)).calls).toEqual([]);
    // Whoever answered has nothing to catch up on.
    expect((await snapshot(bob)).channels.find(({ channel }) => channel.id === meeting.channelId)).toMatchObject({ unreadCount: 0 });
    await bob.call('declineCall', { params: { id: meeting.id } });
    expect(await told(bob, meeting)).toEqual(['ringing', 'answered']);
    await alice.call('endMeeting', { params: { id: meeting.id } });
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'ended', participantCount: 2 });
  });

  it('rings once when both call each other at the same moment', async () => {
    const channelId = await conversationOf(alice, bob);
    const [mine, theirs] = await Promise.all([dial(alice, channelId), dial(bob, channelId)]);
    expect(mine.id).toBe(theirs.id);
    await Promise.all([join(alice, mine), join(bob, mine)]);
    const rang = [await told(alice, mine), await told(bob, mine)].filter((states) => states.length > 0);
    expect(rang).toEqual([['ringing', 'answered']]);
    await alice.call('endMeeting', { params: { id: mine.id } }).catch(() => bob.call('endMeeting', { params: { id: mine.id } }));
  });

  it('that is hung up before anybody answers rings no more, and was missed', async () => {
    const channelId = await conversationOf(alice, bob);
    const meeting = await dial(alice, channelId);
    const before = (await snapshot(bob)).channels.find(({ channel }) => channel.id === channelId)!;
    await leave(alice, meeting, await join(alice, meeting));
    expect(await told(bob, meeting)).toEqual(['ringing', 'cancelled']);
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'missed', participantCount: 1 });
    expect(before.unreadCount).toBeGreaterThan(0);
    await expectRefusal(join(bob, meeting), 'meeting_ended');
  });

  it('is over once everybody who was called declined', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob, carol));
    await join(alice, meeting);
    await bob.call('declineCall', { params: { id: meeting.id } });
    expect(await isOver(alice, meeting)).toBe(false);
    await carol.call('declineCall', { params: { id: meeting.id } });
    expect(await isOver(alice, meeting)).toBe(true);
    expect(await told(carol, meeting)).toEqual(['ringing', 'declined']);
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'declined' });
    expect(await bob.call('getMeeting', { params: { id: meeting.id } })).toMatchObject({ outcome: 'declined' });
    const mine = (await eventsOf(alice, streamId('user', alice.id)))!.at(-1);
    expect(mine).toMatchObject({ type: 'meeting.admission', payload: { meetingId: meeting.id, state: 'ended' } });
  });

  it('that nobody answers in time is missed, and over for who waits in it', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob));
    await join(alice, meeting);
    await workspace.query(`UPDATE meeting_call SET expires_at = now() WHERE meeting_id = $1`, [meeting.id]);
    await hurry(workspace, 'meetings.ring-timeout');
    await eventually(() => isOver(alice, meeting)).toBe(true);
    expect(await told(bob, meeting)).toEqual(['ringing', 'missed']);
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'missed' });
  });

  it('that somebody answered goes on without those who did not', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob, carol));
    await join(alice, meeting);
    const theirs = await join(bob, meeting);
    await workspace.query(`UPDATE meeting_call SET expires_at = now() WHERE meeting_id = $1`, [meeting.id]);
    await hurry(workspace, 'meetings.ring-timeout');
    await eventually(() => told(carol, meeting)).toEqual(['ringing', 'missed']);
    expect(await isOver(alice, meeting)).toBe(false);
    // Late is not too late.
    const hers = await join(carol, meeting);
    await leave(bob, meeting, theirs);
    await leave(carol, meeting, hers);
    expect(await isOver(alice, meeting)).toBe(false);
    await alice.call('endMeeting', { params: { id: meeting.id } });
  });

  it('ends for both when one of two hangs up, and stays for one whose other device leaves it', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob));
    await join(alice, meeting);
    const [phone, laptop] = [await join(bob, meeting), await join(bob, meeting)];
    await leave(bob, meeting, phone);
    expect(await isOver(alice, meeting)).toBe(false);
    await leave(bob, meeting, laptop);
    expect(await isOver(alice, meeting)).toBe(true);
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'ended' });
  });

  it('of a group ends at once when the last has left', async () => {
    const meeting = await dial(alice, await conversationOf(alice, bob, carol));
    const [mine, theirs] = [await join(alice, meeting), await join(bob, meeting)];
    await carol.call('declineCall', { params: { id: meeting.id } });
    await leave(alice, meeting, mine);
    expect(await isOver(bob, meeting)).toBe(false);
    await leave(bob, meeting, theirs);
    expect(await isOver(bob, meeting)).toBe(true);
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'ended' });
  });
});

describe('calling somebody into a meeting', () => {
  it('lets them in, though they are not in its conversation, past the lobby', async () => {
    const meeting = await meet(alice, await channelOf(alice, bob));
    const ring = (person: Person, ...userIds: string[]) => person.call('ringPeople', { params: { id: meeting.id }, body: { userIds } });
    await expectRefusal(ring(alice, carol.id), 'not_in_meeting');
    await join(alice, meeting);
    await alice.call('updateMeeting', { params: { id: meeting.id }, body: { lobby: 'everyone' } });
    await expectRefusal(ring(carol, bob.id), 'not_found');
    await ring(alice, carol.id, alice.id);
    expect(await told(carol, meeting)).toEqual(['ringing']);
    expect(await told(alice, meeting)).toEqual([]);
    expect(await join(carol, meeting)).toMatchObject({ state: 'joined' });
    await expectRefusal(carol.call('listMessages', { params: { channelId: meeting.channelId } }), 'not_found');
  });

  it('is not for guests, nor of people who are not there', async () => {
    const meeting = await meet(alice, await channelOf(alice, bob));
    await join(alice, meeting);
    await expectRefusal(alice.call('ringPeople', { params: { id: meeting.id }, body: { userIds: [crypto.randomUUID()] } }), 'not_found');
    await expectRefusal(bob.call('declineCall', { params: { id: meeting.id } }), 'not_found');
  });
});
