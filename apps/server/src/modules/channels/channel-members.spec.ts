import { type ChannelSummary, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let carol: Person;
let outsider: Person;
let guest: Person;
let teamId: string;
let generalId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, carol, outsider] = await Promise.all(['Alice', 'Bob', 'Carol', 'Olga'].map((name) => workspace.person(name))) as [Person, Person, Person, Person];
  guest = await workspace.person('Gus', 'guest');
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id: userId } of [bob, carol]) await alice.call('addTeamMember', { params: { id: teamId }, body: { userId } });
  generalId = (await workspace.query<{ id: string }>('SELECT id FROM channel WHERE team_id = $1 AND is_general', [teamId]))[0]?.id ?? '';
});
afterAll(() => workspace?.stop());

const create = async (person: Person, kind: 'public' | 'private', members: Person[] = []) =>
  (await person.call('createChannel', { body: { teamId, kind, name: randomUUID(), memberIds: members.map(({ id }) => id) } })).channel.id;
const say = (person: Person, channelId: string, text = 'Hello') => person.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const rolesIn = async (person: Person, id: string) =>
  Object.fromEntries((await person.call('listChannelMembers', { params: { id } })).members.map(({ userId, role }) => [userId, role]));

describe('joining a channel', () => {
  it('starts with everything read, and tells the channel and my other devices', async () => {
    const id = await create(alice, 'public');
    await say(alice, id);
    const summary = await bob.call('joinChannel', { params: { id } });
    expect(summary).toMatchObject({ head: 2, unreadCount: 0, membership: { role: 'member', readSeq: 2 }, channel: { memberCount: 2 } });
    expect((await eventsOf(alice, streamId('channel', id)))?.at(-1)).toMatchObject({
      type: 'channel.member_joined', seq: 2, payload: { member: { userId: bob.id, role: 'member' }, memberCount: 2 },
    });
    expect((await eventsOf(bob, streamId('user', bob.id)))?.at(-1)).toMatchObject({ type: 'channel.joined', payload: { summary } });
    await say(alice, id);
    expect(await summaryOf(bob, id)).toMatchObject({ unreadCount: 1 });
  });

  it('happens once, however often it is asked for', async () => {
    const id = await create(alice, 'public');
    const answers = await Promise.all([1, 2, 3, 4].map(() => bob.call('joinChannel', { params: { id } })));
    expect(answers.map(({ channel }) => channel.memberCount)).toEqual([2, 2, 2, 2]);
    expect(typesOf(await eventsOf(alice, streamId('channel', id)))).toEqual(['channel.member_joined']);
  });

  it('is refused for an archived channel, and unknown for a private one and for guests', async () => {
    const archived = await create(alice, 'public');
    await alice.call('archiveChannel', { params: { id: archived } });
    await expectRefusal(bob.call('joinChannel', { params: { id: archived } }), 'channel_archived');
    await expectRefusal(bob.call('joinChannel', { params: { id: await create(alice, 'private') } }), 'not_found');
    await expectRefusal(guest.call('joinChannel', { params: { id: await create(alice, 'public') } }), 'not_found');
  });
});

describe('leaving a channel', () => {
  it('closes it to me at once', async () => {
    const id = await create(alice, 'private', [bob]);
    await bob.call('leaveChannel', { params: { id } });
    expect(await eventsOf(bob, streamId('channel', id))).toBeNull();
    expect((await eventsOf(bob, streamId('user', bob.id)))?.at(-1)).toMatchObject({ type: 'channel.left', payload: { channelId: id } });
    expect((await eventsOf(alice, streamId('channel', id)))?.at(-1)).toMatchObject({ type: 'channel.member_left', payload: { userId: bob.id, memberCount: 1 } });
    await expectRefusal(bob.call('leaveChannel', { params: { id } }), 'not_found');
    await expectRefusal(say(bob, id), 'not_found');
  });

  it('forgets what was unread: coming back starts fresh', async () => {
    const id = await create(alice, 'public', [bob]);
    await say(alice, id, `[@Bob](mention:user/${bob.id})`);
    await bob.call('leaveChannel', { params: { id } });
    expect(await bob.call('joinChannel', { params: { id } })).toMatchObject({ unreadCount: 0, mentionCount: 0 });
  });

  it('is not possible for the general channel', async () => {
    await expectRefusal(bob.call('leaveChannel', { params: { id: generalId } }), 'forbidden');
    await expectRefusal(alice.call('removeChannelMember', { params: { id: generalId, userId: bob.id } }), 'forbidden');
  });

  it('hands a private channel over to whoever has been in it for longest', async () => {
    const id = await create(alice, 'private');
    for (const { id: userId } of [carol, bob]) await alice.call('addChannelMember', { params: { id }, body: { userId } });
    await alice.call('leaveChannel', { params: { id } });
    expect(await rolesIn(bob, id)).toEqual({ [carol.id]: 'owner', [bob.id]: 'member' });
    expect((await eventsOf(bob, streamId('channel', id)))?.at(-1)).toMatchObject({ type: 'channel.member_updated', payload: { userId: carol.id, role: 'owner' } });
  });

  it('archives a private channel that nobody is left in', async () => {
    const id = await create(alice, 'private');
    await alice.call('leaveChannel', { params: { id } });
    expect(await workspace.query('SELECT member_count, archived_at IS NOT NULL AS archived FROM channel WHERE id = $1', [id])).toEqual([{ member_count: 0, archived: true }]);
  });
});

describe('adding to and removing from a channel', () => {
  it('brings in members of the team, with nothing unread', async () => {
    const id = await create(alice, 'private', [bob]);
    await say(alice, id);
    const member = await bob.call('addChannelMember', { params: { id }, body: { userId: carol.id } });
    expect(member).toMatchObject({ userId: carol.id, role: 'member' });
    expect(await summaryOf(carol, id)).toMatchObject({ unreadCount: 0, membership: { joinedAt: member.joinedAt } });
    await expectRefusal(alice.call('addChannelMember', { params: { id }, body: { userId: carol.id } }), 'already_member');
  });

  it('refuses people of other teams, unknown and deactivated people, and guests as hosts', async () => {
    const id = await create(alice, 'public');
    const add = (person: Person, userId: string) => person.call('addChannelMember', { params: { id }, body: { userId } });
    await add(alice, guest.id);
    await expectRefusal(add(alice, outsider.id), 'forbidden');
    await expectRefusal(add(alice, randomUUID()), 'not_found');
    await expectRefusal(add(guest, bob.id), 'forbidden');
    await expectRefusal(add(carol, bob.id), 'forbidden');
    const dora = await workspace.person('Dora');
    await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: dora.id } });
    await workspace.owner.call('updateUser', { params: { id: dora.id }, body: { active: false } });
    await expectRefusal(add(alice, dora.id), 'forbidden');
    expect(Object.keys(await rolesIn(alice, id)).toSorted()).toEqual([alice.id, guest.id].toSorted());
  });

  it('refuses additions to an archived channel', async () => {
    const id = await create(alice, 'public');
    await alice.call('archiveChannel', { params: { id } });
    await expectRefusal(alice.call('addChannelMember', { params: { id }, body: { userId: bob.id } }), 'channel_archived');
  });

  it('lets owners remove, and members not', async () => {
    const id = await create(alice, 'private', [bob, carol]);
    await expectRefusal(bob.call('removeChannelMember', { params: { id, userId: carol.id } }), 'forbidden');
    await alice.call('removeChannelMember', { params: { id, userId: carol.id } });
    expect(await eventsOf(carol, streamId('channel', id))).toBeNull();
    await expectRefusal(alice.call('removeChannelMember', { params: { id, userId: carol.id } }), 'not_found');
  });
});

describe('roles in a channel', () => {
  it('are given by owners, told to the channel, and never leave it without one by demotion', async () => {
    const id = await create(alice, 'private', [bob]);
    await alice.call('addChannelMember', { params: { id }, body: { userId: guest.id } });
    const set = (person: Person, userId: string, role: 'owner' | 'member') => person.call('updateChannelMember', { params: { id, userId }, body: { role } });
    await expectRefusal(set(bob, bob.id, 'owner'), 'forbidden');
    await expectRefusal(set(alice, alice.id, 'member'), 'last_owner');
    await expectRefusal(set(alice, guest.id, 'owner'), 'forbidden');
    await expectRefusal(set(alice, carol.id, 'owner'), 'not_found');
    expect(await set(alice, bob.id, 'owner')).toMatchObject({ userId: bob.id, role: 'owner' });
    await set(alice, bob.id, 'owner');
    await set(bob, alice.id, 'member');
    expect(typesOf(await eventsOf(bob, streamId('channel', id)))).toEqual(['channel.member_joined', 'channel.member_updated', 'channel.member_updated']);
  });
});

describe('the members of a channel', () => {
  it('are paged in the order of joining', async () => {
    const id = await create(alice, 'public', [bob]);
    await carol.call('joinChannel', { params: { id } });
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await carol.call('listChannelMembers', { params: { id }, query: { limit: 1, cursor } });
      found.push(...page.members.map(({ userId }) => userId));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found.at(-1)).toBe(carol.id);
    expect(found.toSorted()).toEqual([alice.id, bob.id, carol.id].toSorted());
    for (const cursor of ['x', Buffer.from('["now","x"]').toString('base64url'), Buffer.from('[1,"x"]').toString('base64url')]) {
      await expectRefusal(carol.call('listChannelMembers', { params: { id }, query: { cursor } }), 'invalid_cursor');
    }
  });

  it('are counted right, and told without a gap, when people come and go at the same time', async () => {
    const id = await create(alice, 'public');
    const comeAndGo = async (person: Person) => {
      for (let round = 0; round < 5; round += 1) {
        await person.call('joinChannel', { params: { id } });
        await person.call('leaveChannel', { params: { id } }).catch(() => undefined);
      }
    };
    const throwOut = async () => {
      for (let round = 0; round < 5; round += 1) {
        await alice.call('removeChannelMember', { params: { id, userId: bob.id } }).catch(() => undefined);
        await alice.call('addChannelMember', { params: { id }, body: { userId: bob.id } }).catch(() => undefined);
      }
    };
    await Promise.all([comeAndGo(bob), comeAndGo(carol), throwOut()]);
    const [row] = await workspace.query<{ stored: number; counted: number }>(
      'SELECT member_count AS stored, (SELECT count(*)::int FROM channel_member WHERE channel_id = $1) AS counted FROM channel WHERE id = $1',
      [id],
    );
    expect(row?.stored).toBe(row?.counted);
    const events = await eventsOf(alice, streamId('channel', id));
    expect(events?.map(({ seq }) => seq)).toEqual(events?.map((_, index) => index + 1));
    expect(events?.at(-1)?.payload).toMatchObject({ memberCount: row?.stored });
  });
});

async function summaryOf(person: Person, id: string): Promise<ChannelSummary | undefined> {
  return (await person.call('listChannels')).channels.find(({ channel }) => channel.id === id);
}
