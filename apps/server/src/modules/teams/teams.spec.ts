import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let carol: Person;
let guest: Person;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, carol] = await Promise.all(['Alice', 'Bob', 'Carol'].map((name) => workspace.person(name))) as [Person, Person, Person];
  guest = await workspace.person('Gus', 'guest');
});
afterAll(() => workspace?.stop());

const create = async (person: Person) => (await person.call('createTeam', { body: { name: 'Studio', description: 'We make' } })).team.id;
const add = (person: Person, id: string, userId: string) => person.call('addTeamMember', { params: { id }, body: { userId } });
const setRole = (person: Person, id: string, userId: string, role: 'owner' | 'member') => person.call('updateTeamMember', { params: { id, userId }, body: { role } });
const remove = (person: Person, id: string, userId: string) => person.call('removeTeamMember', { params: { id, userId } });
const lastOf = async (person: Person, count: number) => (await eventsOf(person, streamId('user', person.id)))?.slice(-count);

describe('creating a team', () => {
  it('makes me its owner, in its general channel', async () => {
    const summary = await alice.call('createTeam', { body: { name: 'Studio' } });
    expect(summary).toMatchObject({ team: { name: 'Studio', description: '' }, role: 'owner', head: 0 });
    expect(await lastOf(alice, 2)).toMatchObject([
      { type: 'team.joined', payload: { summary } },
      { type: 'channel.joined', payload: { summary: { channel: { teamId: summary.team.id, kind: 'public', name: 'general', memberCount: 1 }, membership: { role: 'owner' } } } },
    ]);
    expect((await alice.call('listTeams')).teams).toContainEqual(summary);
  });

  it('answers a repeated client id with the first team', async () => {
    const body = { name: 'Once', clientId: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => alice.call('createTeam', { body })));
    expect(new Set(answers.map(({ team }) => team.id)).size).toBe(1);
    await expectRefusal(alice.call('createTeam', { body: { ...body, name: 'Twice' } }), 'client_id_reused');
    expect((await alice.call('listTeams')).teams.filter(({ team }) => team.name === 'Once')).toHaveLength(1);
  });

  it('is not for guests', async () => {
    await expectRefusal(guest.call('createTeam', { body: { name: 'Mine' } }), 'forbidden');
  });
});

describe('seeing and changing a team', () => {
  it('is hidden from people outside, but for who runs the organisation', async () => {
    const id = await create(alice);
    for (const person of [bob, guest]) {
      await expectRefusal(person.call('getTeam', { params: { id } }), 'not_found');
      await expectRefusal(person.call('listTeamMembers', { params: { id } }), 'not_found');
      await expectRefusal(person.call('updateTeam', { params: { id }, body: { name: 'Mine' } }), 'not_found');
      await expectRefusal(add(person, id, person.id), 'not_found');
      await expectRefusal(remove(person, id, alice.id), 'not_found');
    }
    expect(await workspace.owner.call('getTeam', { params: { id } })).toMatchObject({ id });
    await expectRefusal(alice.call('getTeam', { params: { id: randomUUID() } }), 'not_found');
  });

  it('is for its owners and told once', async () => {
    const id = await create(alice);
    await add(alice, id, bob.id);
    await expectRefusal(bob.call('updateTeam', { params: { id }, body: { name: 'Mine' } }), 'forbidden');
    const team = await alice.call('updateTeam', { params: { id }, body: { name: 'Atelier' } });
    expect(team).toMatchObject({ name: 'Atelier', description: 'We make' });
    await alice.call('updateTeam', { params: { id }, body: { name: 'Atelier', description: 'We make' } });
    const events = await eventsOf(bob, streamId('team', id));
    expect(typesOf(events)).toEqual(['team.member_joined', 'team.updated']);
    expect(events?.at(-1)?.payload).toEqual({ team });
  });
});

describe('the members of a team', () => {
  it('join its general channel, with nothing unread', async () => {
    const id = await create(alice);
    const { channels } = await alice.call('listTeamChannels', { params: { id } });
    const channelId = channels[0]?.channel.id ?? '';
    await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'Welcome' } });
    const member = await add(alice, id, bob.id);
    expect(member).toMatchObject({ userId: bob.id, role: 'member' });
    expect(await lastOf(bob, 2)).toMatchObject([
      { type: 'team.joined', payload: { summary: { team: { id }, role: 'member', head: 1 } } },
      { type: 'channel.joined', payload: { summary: { channel: { id: channelId, memberCount: 2 }, unreadCount: 0 } } },
    ]);
    expect(await eventsOf(alice, streamId('team', id))).toMatchObject([{ type: 'team.member_joined', payload: { member } }]);
    await expectRefusal(add(alice, id, bob.id), 'already_member');
  });

  it('are brought in by owners, once, and only active people', async () => {
    const id = await create(alice);
    await add(alice, id, bob.id);
    await expectRefusal(add(bob, id, carol.id), 'forbidden');
    await expectRefusal(add(alice, id, randomUUID()), 'not_found');
    const gone = await workspace.person('Gone');
    await workspace.owner.call('updateUser', { params: { id: gone.id }, body: { active: false } });
    await expectRefusal(add(alice, id, gone.id), 'forbidden');
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => add(alice, id, carol.id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are paged in the order of joining', async () => {
    const id = await create(alice);
    for (const person of [carol, bob]) await add(alice, id, person.id);
    const first = await bob.call('listTeamMembers', { params: { id }, query: { limit: 2 } });
    expect(first.members.map(({ userId }) => userId)).toEqual([alice.id, carol.id]);
    const second = await bob.call('listTeamMembers', { params: { id }, query: { limit: 2, cursor: first.next ?? '' } });
    expect(second).toMatchObject({ members: [{ userId: bob.id }], next: null });
  });

  it('always have an owner among them', async () => {
    const id = await create(alice);
    await add(alice, id, bob.id);
    await expectRefusal(add(alice, id, guest.id), 'forbidden');
    await expectRefusal(setRole(alice, id, alice.id, 'member'), 'last_owner');
    await expectRefusal(remove(alice, id, alice.id), 'last_owner');
    await expectRefusal(remove(workspace.owner, id, alice.id), 'last_owner');
    await expectRefusal(setRole(bob, id, bob.id, 'owner'), 'forbidden');
    await expectRefusal(setRole(alice, id, guest.id, 'owner'), 'not_found');
    await expectRefusal(setRole(alice, id, carol.id, 'owner'), 'not_found');
    await setRole(alice, id, bob.id, 'owner');
    const outcomes = await Promise.allSettled([remove(alice, id, alice.id), remove(bob, id, bob.id)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('leave all its channels with it, at once', async () => {
    const id = await create(alice);
    await add(alice, id, bob.id);
    const secret = (await alice.call('createChannel', { body: { teamId: id, kind: 'private', name: 'secret', memberIds: [bob.id] } })).channel.id;
    await remove(alice, id, bob.id);
    expect(typesOf(await lastOf(bob, 3))).toEqual(['channel.left', 'channel.left', 'team.left']);
    for (const stream of [streamId('channel', secret), streamId('team', id)]) expect(await eventsOf(bob, stream)).toBeNull();
    expect((await bob.call('listChannels')).channels.filter(({ channel }) => channel.teamId === id)).toEqual([]);
    await expectRefusal(bob.call('getTeam', { params: { id } }), 'not_found');
    await expectRefusal(remove(alice, id, bob.id), 'not_found');
    expect(typesOf(await eventsOf(alice, streamId('team', id)))).toEqual(['team.member_joined', 'team.member_left']);
  });

  it('cannot slip into a channel while they are taken out', async () => {
    const id = await create(alice);
    await add(alice, id, bob.id);
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push((await alice.call('createChannel', { body: { teamId: id, kind: 'public', name: `c${n}` } })).channel.id);
    await Promise.allSettled([...ids.map((channel) => bob.call('joinChannel', { params: { id: channel } })), remove(bob, id, bob.id)]);
    // The removal gives up when the joins keep overtaking it; then it is asked for again.
    if ((await bob.call('listTeams')).teams.some(({ team }) => team.id === id)) await remove(bob, id, bob.id);
    expect(await workspace.query('SELECT 1 FROM channel_member m JOIN channel c ON c.id = m.channel_id WHERE c.team_id = $1 AND m.user_id = $2', [id, bob.id])).toEqual([]);
  });
});
