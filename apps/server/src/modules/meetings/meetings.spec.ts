import { LIMITS, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../fixtures/meetings.ts';
import { channelOf, conversationOf, join, leave, meet, messageOf, peopleIn } from '../../fixtures/rooms.ts';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let [host, bob, carol] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  workspace = await openWorkspace({ PARVIS_MEETING_MAX_PARTICIPANTS: '4' });
  host = await workspace.person('Host');
  bob = await workspace.person('Bob');
  carol = await workspace.person('Carol');
});
afterAll(() => workspace?.stop());

const summaryOf = async (person: Person, channelId: string) =>
  (await person.call('sync', { body: { cursors: {} } })).snapshot!.channels.find(({ channel }) => channel.id === channelId)!;

describe('a meeting in a channel', () => {
  it('shows in its conversation while it runs, and what became of it afterwards', async () => {
    const channelId = await channelOf(host, bob);
    const meeting = await meet(host, channelId);
    expect(meeting).toMatchObject({ channelId, kind: 'meeting', title: 'room', ownConversation: false, endedAt: null, lobby: 'guests', epoch: 1 });
    expect(await messageOf(bob, meeting)).toMatchObject({ text: '', authorId: host.id, meeting: { outcome: 'running', participantCount: 0 } });
    await join(host, meeting);
    await join(bob, meeting);
    expect((await summaryOf(bob, channelId)).meeting).toMatchObject({ id: meeting.id, participantCount: 2, userIds: [host.id, bob.id] });
    await host.call('endMeeting', { params: { id: meeting.id } });
    await host.call('endMeeting', { params: { id: meeting.id } });
    expect((await messageOf(bob, meeting))!.meeting).toMatchObject({ outcome: 'ended', participantCount: 2, endedAt: expect.any(String) });
    expect((await summaryOf(bob, channelId)).meeting).toBeUndefined();
    const told = (await eventsOf(bob, streamId('channel', channelId)))!.filter(({ type }) => type === 'channel.meeting_changed');
    expect(told.map(({ payload }) => (payload as { meeting: { participantCount: number } | null }).meeting?.participantCount ?? null)).toEqual([0, 1, 2, null]);
    await expectRefusal(join(bob, meeting), 'meeting_ended');
  });

  it('is one at a time: whoever starts another is given the one that runs', async () => {
    const channelId = await channelOf(host, bob);
    const started = await Promise.all([meet(host, channelId), meet(bob, channelId), meet(host, channelId)]);
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    const { messages } = await host.call('listMessages', { params: { channelId } });
    expect(messages.filter((message) => message.meeting)).toHaveLength(1);
  });

  it('is started by who writes there, and found by who is there', async () => {
    const channelId = await channelOf(host, bob);
    await host.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
    await expectRefusal(meet(bob, channelId), 'posting_restricted');
    const meeting = await meet(host, channelId);
    await join(bob, meeting);
    await expectRefusal(carol.call('getMeeting', { params: { id: meeting.id } }), 'not_found');
    await expectRefusal(join(carol, meeting), 'not_found');
    await expectRefusal(meet(carol, channelId), 'not_found');
    await host.call('endMeeting', { params: { id: meeting.id } });
    await host.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(meet(host, channelId), 'channel_archived');
    await expectRefusal(host.call('startMeeting', { params: { id: channelId }, body: { ring: true } }), 'forbidden');
  });

  it('is the same participant again from the same device, and another from another', async () => {
    const meeting = await meet(host, await channelOf(host));
    const [phone, laptop] = [randomUUID(), randomUUID()];
    const first = await join(host, meeting, phone);
    expect(await join(host, meeting, phone)).toEqual(first);
    const second = await join(host, meeting, laptop);
    expect(second.id).not.toBe(first.id);
    await leave(host, meeting, first);
    await leave(host, meeting, first);
    expect((await join(host, meeting, phone)).id).toBe(first.id);
    expect((await summaryOf(host, meeting.channelId)).meeting).toMatchObject({ participantCount: 1 });
    await expectRefusal(leave(host, meeting, { id: randomUUID() }), 'not_found');
  });

  it('is lost with the channel, or the account, at once to every door and soon to the others', async () => {
    const dora = await workspace.person('Dora');
    const channelId = await channelOf(host, bob, dora);
    const meeting = await meet(host, channelId);
    await join(host, meeting);
    const theirs = await join(bob, meeting);
    await join(dora, meeting);
    await host.call('removeChannelMember', { params: { id: channelId, userId: bob.id } });
    await expectRefusal(bob.call('getMeetingState', { params: { id: meeting.id } }), 'not_in_meeting');
    await expectRefusal(join(bob, meeting), 'forbidden');
    await workspace.owner.call('updateUser', { params: { id: dora.id }, body: { active: false } });
    await eventually(() => peopleIn(host, meeting)).toEqual({ Host: 'host' });
    const own = (await eventsOf(bob, streamId('user', bob.id)))!.filter(({ type, payload }) => type === 'meeting.admission' && JSON.stringify(payload).includes(meeting.id));
    expect(own.map(({ payload }) => payload)).toEqual([{ meetingId: meeting.id, participantId: theirs.id, state: 'revoked' }]);
    expect(await eventsOf(bob, streamId('meeting', meeting.id))).toBe(null);
  });
});

describe('a meeting of its own', () => {
  it('has a conversation, in which whoever joins is', async () => {
    const body = { title: 'Planning', clientId: randomUUID() };
    const meeting = await host.call('createMeeting', { body });
    expect(await host.call('createMeeting', { body })).toEqual(meeting);
    await expectRefusal(host.call('createMeeting', { body: { ...body, title: 'Other' } }), 'client_id_reused');
    expect(meeting).toMatchObject({ title: 'Planning', ownConversation: true });
    await expectRefusal(join(bob, meeting), 'not_found');
    await join(host, meeting);
    await host.call('ringPeople', { params: { id: meeting.id }, body: { userIds: [bob.id] } });
    await join(bob, meeting);
    expect((await summaryOf(bob, meeting.channelId)).channel).toMatchObject({ kind: 'group', name: 'Planning', memberIds: [host.id, bob.id].sort() });
    // Writing is the hosts’ there when they say so.
    const say = (person: Person) => person.call('sendMessage', { params: { channelId: meeting.channelId }, body: { clientId: randomUUID(), text: 'Hello' } });
    await host.call('updateMeeting', { params: { id: meeting.id }, body: { allow: { chat: 'hosts' } } });
    await expectRefusal(say(bob), 'posting_restricted');
    await say(host);
    const [theirs] = (await host.call('getMeetingState', { params: { id: meeting.id } })).participants.filter(({ userId }) => userId === bob.id);
    await host.call('updateParticipant', { params: { id: meeting.id, participantId: theirs!.id }, body: { role: 'cohost' } });
    await say(bob);
  });

  it('calls its conversation as it is called itself, and leaves another name alone until then', async () => {
    const meeting = await host.call('createMeeting', { body: { title: 'Planning' } });
    const stream = streamId('channel', meeting.channelId);
    const name = async () => (await summaryOf(host, meeting.channelId)).channel.name;
    const update = (body: object) => host.call('updateMeeting', { params: { id: meeting.id }, body });
    await join(host, meeting);
    await update({ title: 'Planning of May' });
    expect(await name()).toBe('Planning of May');
    expect((await eventsOf(host, stream))?.filter(({ type }) => type === 'channel.updated')).toMatchObject([{ payload: { channel: { name: 'Planning of May' } } }]);
    await update({ title: 'Planning of May', locked: true });
    expect(typesOf(await eventsOf(host, stream))?.filter((type) => type === 'channel.updated')).toHaveLength(1);
    await host.call('updateChannel', { params: { id: meeting.channelId }, body: { name: 'The planners' } });
    await update({ allow: { chat: 'hosts' } });
    expect(await name()).toBe('The planners');
    // Where a meeting is only held, it names nothing.
    const channelId = await channelOf(host);
    const held = await meet(host, channelId);
    const before = (await summaryOf(host, channelId)).channel.name;
    await host.call('updateMeeting', { params: { id: held.id }, body: { title: 'Stand-up' } });
    expect((await summaryOf(host, channelId)).channel.name).toBe(before);
  });

  it('is not for guests to create', async () => {
    const guest = await workspace.person('Guest', 'guest');
    await expectRefusal(guest.call('createMeeting', { body: { title: 'Mine' } }), 'forbidden');
  });
});

describe('who runs it', () => {
  it('is the host; while away a co-host, else who has been there for longest; the host gets the role back', async () => {
    const dora = await workspace.person('Dora');
    const meeting = await meet(host, await channelOf(host, bob, carol, dora));
    const device = randomUUID();
    const first = await join(host, meeting, device);
    const theirs = await join(bob, meeting);
    await join(carol, meeting);
    const doras = await join(dora, meeting);
    expect(await peopleIn(host, meeting)).toEqual({ Host: 'host', Bob: 'attendee', Carol: 'attendee', Dora: 'attendee' });
    await host.call('updateParticipant', { params: { id: meeting.id, participantId: doras.id }, body: { role: 'cohost' } });
    await leave(host, meeting, first);
    expect(await peopleIn(bob, meeting)).toEqual({ Bob: 'attendee', Carol: 'attendee', Dora: 'host' });
    await leave(dora, meeting, doras);
    expect(await peopleIn(bob, meeting)).toEqual({ Bob: 'host', Carol: 'attendee' });
    expect(await join(host, meeting, device)).toMatchObject({ id: first.id, role: 'host' });
    await join(dora, meeting);
    expect(await peopleIn(bob, meeting)).toEqual({ Host: 'host', Bob: 'attendee', Carol: 'attendee', Dora: 'cohost' });
    await host.call('updateParticipant', { params: { id: meeting.id, participantId: theirs.id }, body: { role: 'host' } });
    expect(await peopleIn(bob, meeting)).toEqual({ Host: 'cohost', Bob: 'host', Carol: 'attendee', Dora: 'cohost' });
  });

  it('alone changes it, mutes, removes and ends', async () => {
    const meeting = await meet(host, await channelOf(host, bob));
    const mine = await join(host, meeting);
    const theirs = await join(bob, meeting);
    const at = (participant: { id: string }) => ({ id: meeting.id, participantId: participant.id });
    await expectRefusal(bob.call('updateMeeting', { params: { id: meeting.id }, body: { locked: true } }), 'forbidden');
    await expectRefusal(bob.call('muteParticipant', { params: at(mine), body: { sources: ['microphone'] } }), 'forbidden');
    await expectRefusal(bob.call('removeParticipant', { params: at(mine) }), 'forbidden');
    await expectRefusal(bob.call('endMeeting', { params: { id: meeting.id } }), 'forbidden');
    await expectRefusal(bob.call('updateParticipant', { params: at(theirs), body: { role: 'cohost' } }), 'forbidden');
    await expectRefusal(host.call('updateParticipant', { params: at(theirs), body: { handRaised: true } }), 'forbidden');
    await host.call('updateParticipant', { params: at(theirs), body: { role: 'cohost' } });
    await expectRefusal(bob.call('removeParticipant', { params: at(mine) }), 'forbidden');
    await expectRefusal(bob.call('updateParticipant', { params: at(theirs), body: { role: 'host' } }), 'forbidden');
    expect(await bob.call('updateMeeting', { params: { id: meeting.id }, body: { locked: true, spotlightId: mine.id, title: 'New' } })).toMatchObject({ locked: true, spotlightId: mine.id, title: 'New' });
    await expectRefusal(bob.call('updateMeeting', { params: { id: meeting.id }, body: { spotlightId: randomUUID() } }), 'not_found');
  });

  it('shows hands in the order in which they were raised, and lowers them', async () => {
    const meeting = await meet(host, await channelOf(host, bob));
    await join(host, meeting);
    const theirs = await join(bob, meeting);
    const at = { id: meeting.id, participantId: theirs.id };
    const raised = await bob.call('updateParticipant', { params: at, body: { handRaised: true } });
    expect(await bob.call('updateParticipant', { params: at, body: { handRaised: true } })).toEqual(raised);
    expect((await host.call('updateParticipant', { params: at, body: { handRaised: false } })).handRaisedAt).toBe(null);
    const events = await eventsOf(host, streamId('meeting', meeting.id));
    expect(typesOf(events)).toEqual(Array(4).fill('meeting.participant_updated'));
    const { head } = await host.call('getMeetingState', { params: { id: meeting.id } });
    expect(events!.at(-1)!.seq).toBe(head);
  });
});

describe('the door', () => {
  it('is shut to new people while it is locked, not to who was inside', async () => {
    const meeting = await meet(host, await channelOf(host, bob, carol));
    await join(host, meeting);
    const theirs = await join(bob, meeting);
    await host.call('updateMeeting', { params: { id: meeting.id }, body: { locked: true } });
    await expectRefusal(join(carol, meeting), 'meeting_locked');
    await leave(bob, meeting, theirs);
    expect((await join(bob, meeting)).state).toBe('joined');
  });

  it('has a lobby, out of which a host lets people in, or not', async () => {
    const meeting = await meet(host, await channelOf(host, bob, carol));
    await join(host, meeting);
    await host.call('updateMeeting', { params: { id: meeting.id }, body: { lobby: 'everyone' } });
    const [device, waiting] = [randomUUID(), 'waiting'];
    const theirs = await join(bob, meeting, device);
    const hers = await join(carol, meeting);
    expect([theirs.state, hers.state]).toEqual([waiting, waiting]);
    expect(await join(bob, meeting, device)).toEqual(theirs);
    await expectRefusal(bob.call('getMeetingState', { params: { id: meeting.id } }), 'not_in_meeting');
    expect(await eventsOf(bob, streamId('meeting', meeting.id))).toBe(null);
    await expectRefusal(bob.call('admitParticipant', { params: { id: meeting.id, participantId: theirs.id } }), 'forbidden');
    expect(await host.call('admitParticipant', { params: { id: meeting.id, participantId: theirs.id } })).toMatchObject({ id: theirs.id, state: 'joined' });
    await host.call('removeParticipant', { params: { id: meeting.id, participantId: hers.id } });
    await expectRefusal(join(carol, meeting), 'forbidden');
    // Admitted once: a reload waits no more.
    await leave(bob, meeting, theirs);
    expect((await join(bob, meeting, device)).state).toBe('joined');
    const admissions = async (person: Person) =>
      (await eventsOf(person, streamId('user', person.id)))!.filter(({ type, payload }) => type === 'meeting.admission' && (payload as { meetingId: string }).meetingId === meeting.id).map(({ payload }) => (payload as { state: string }).state);
    expect(await admissions(bob)).toEqual(['joined']);
    expect(await admissions(carol)).toEqual(['refused']);
  });

  it('does not open again to who was removed', async () => {
    const meeting = await meet(host, await channelOf(host, bob));
    await join(host, meeting);
    const theirs = await join(bob, meeting);
    await join(bob, meeting);
    await host.call('removeParticipant', { params: { id: meeting.id, participantId: theirs.id } });
    expect(await peopleIn(host, meeting)).toEqual({ Host: 'host' });
    await expectRefusal(join(bob, meeting), 'forbidden');
    expect((await bob.call('getMeeting', { params: { id: meeting.id } })).endedAt).toBe(null);
  });

  it('takes as many as there is room for, also out of the lobby', async () => {
    const meeting = await meet(host, await channelOf(host, bob, carol));
    await join(host, meeting);
    await host.call('updateMeeting', { params: { id: meeting.id }, body: { lobby: 'everyone' } });
    const waiting = [await join(bob, meeting), await join(bob, meeting), await join(carol, meeting), await join(carol, meeting)];
    await expectRefusal(host.call('admitAll', { params: { id: meeting.id } }), 'meeting_full');
    await expectRefusal(host.call('admitParticipant', { params: { id: meeting.id, participantId: waiting[3]!.id } }), 'meeting_full');
    await expectRefusal(join(host, meeting), 'meeting_full');
    const { participants } = await host.call('getMeetingState', { params: { id: meeting.id } });
    expect(participants.map(({ state }) => state).sort()).toEqual(['joined', 'joined', 'joined', 'joined', 'waiting']);
  });
});

describe('what is left of it', () => {
  it('is who was there, from when to when', async () => {
    const meeting = await meet(host, await channelOf(host, bob, carol));
    await join(host, meeting);
    const device = randomUUID();
    const theirs = await join(bob, meeting, device);
    await leave(bob, meeting, theirs);
    await join(bob, meeting, device);
    await host.call('endMeeting', { params: { id: meeting.id } });
    const report = await bob.call('getMeetingReport', { params: { id: meeting.id } });
    expect(report.attendance).toMatchObject([{ userId: host.id, role: 'host', stays: [{ leftAt: expect.any(String) }], quality: null }, { userId: bob.id, stays: [{}, {}] }]);
    expect(report.duration).toBeGreaterThan(0);
    await expectRefusal(workspace.owner.call('getMeetingReport', { params: { id: meeting.id } }), 'not_found');
  });

  it('is listed by conversation, newest first, a page at a time', async () => {
    const channelId = await conversationOf(host, bob, carol);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const meeting = await meet(host, channelId);
      ids.unshift(meeting.id);
      if (count < 2) await host.call('endMeeting', { params: { id: meeting.id } });
    }
    const first = await bob.call('listMeetings', { query: { channelId, limit: 2 } });
    const second = await bob.call('listMeetings', { query: { channelId, limit: 2, cursor: first.next! } });
    expect([...first.meetings, ...second.meetings].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBe(null);
    expect((await bob.call('listMeetings', { query: { channelId, state: 'running', limit: 50 } })).meetings.map(({ id }) => id)).toEqual([ids[0]]);
    await expectRefusal(bob.call('listMeetings', { query: { cursor: 'x', limit: LIMITS.pageSizeDefault } }), 'invalid_cursor');
    await expectRefusal(workspace.owner.call('listMeetings', { query: { channelId, limit: 2 } }), 'not_found');
  });

  it('is nothing in the conversation when its message is deleted, and the meeting goes on', async () => {
    const meeting = await meet(host, await channelOf(host, bob));
    await join(bob, meeting);
    const message = (await messageOf(host, meeting))!;
    const deleted = await host.call('deleteMessage', { params: { channelId: meeting.channelId, messageId: message.id } });
    expect(deleted.meeting).toBeUndefined();
    expect(await messageOf(bob, meeting)).toBeUndefined();
    await host.call('endMeeting', { params: { id: meeting.id } });
    expect((await bob.call('getMeeting', { params: { id: meeting.id } })).endedAt).not.toBe(null);
  });
});

it('ends by itself a while after the last has left', async () => {
  const meeting = await meet(host, await channelOf(host));
  const mine = await join(host, meeting);
  await leave(host, meeting, mine);
  expect((await host.call('getMeeting', { params: { id: meeting.id } })).endedAt).toBe(null);
  await workspace.query(`UPDATE meeting SET empty_since = now() - interval '6 minutes' WHERE id = $1`, [meeting.id]);
  await eventually(async () => (await host.call('getMeeting', { params: { id: meeting.id } })).endedAt).not.toBe(null);
});
