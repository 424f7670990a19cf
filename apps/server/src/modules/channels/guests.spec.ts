import { streamId, type UserRole } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let lead: Person;
let member: Person;
let stranger: Person;
let teamId: string;
let generalId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [lead, member, stranger] = await Promise.all(['Lead', 'Member', 'Stranger'].map((name) => workspace.person(name))) as [Person, Person, Person];
  teamId = (await lead.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id } of [member, stranger]) await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: id } });
  generalId = (await lead.call('listChannels')).channels.find(({ channel }) => channel.general)!.channel.id;
});
afterAll(() => workspace?.stop());

let made = 0;
async function channel(kind: 'public' | 'private' = 'public', inside: Person[] = [member]): Promise<string> {
  made += 1;
  return (await lead.call('createChannel', { body: { teamId, kind, name: `channel ${made}`, memberIds: inside.map(({ id }) => id) } })).channel.id;
}
const add = (by: Person, id: string, person: Person) => by.call('addChannelMember', { params: { id }, body: { userId: person.id } });
const setRole = (person: Person, role: UserRole) => workspace.owner.call('updateUser', { params: { id: person.id }, body: { role } });
const namesSeen = async (person: Person, query: object = {}) => (await person.call('listUsers', { query })).users.map(({ name }) => name);

describe('a guest', () => {
  it('is brought into channels by who looks after them, never into a team or its general channel', async () => {
    const guest = await workspace.person('Gus', 'guest');
    const id = await channel();
    await expectRefusal(add(member, id, guest), 'forbidden');
    await expectRefusal(add(lead, generalId, guest), 'forbidden');
    await expectRefusal(lead.call('addTeamMember', { params: { id: teamId }, body: { userId: guest.id } }), 'forbidden');
    await add(lead, id, guest);
    const { channels } = await guest.call('listChannels');
    expect(channels).toMatchObject([{ channel: { id }, membership: { role: 'member' }, teamName: 'Studio' }]);
    expect((await member.call('listChannels')).channels.find((summary) => summary.channel.id === id)).not.toHaveProperty('teamName');
    expect((await guest.call('listTeams')).teams).toEqual([]);
    expect((await eventsOf(guest, streamId('user', guest.id)))?.at(-1)).toMatchObject({ type: 'channel.joined', payload: { summary: { teamName: 'Studio' } } });
    await expectRefusal(lead.call('updateChannelMember', { params: { id, userId: guest.id }, body: { role: 'moderator' } }), 'forbidden');
  });

  it('sees only who is there: in lists, look-ups and pictures', async () => {
    const guest = await workspace.person('Gale', 'guest');
    expect(await namesSeen(guest)).toEqual(['Gale']);
    const id = await channel();
    await add(lead, id, guest);
    expect((await namesSeen(guest)).sort()).toEqual(['Gale', 'Lead', 'Member']);
    expect(await namesSeen(guest, { query: 'stranger' })).toEqual([]);
    expect(await namesSeen(guest, { ids: [stranger.id, member.id].join(',') })).toEqual(['Member']);
    expect(await guest.call('getUser', { params: { id: member.id } })).toMatchObject({ name: 'Member' });
    await expectRefusal(guest.call('getUser', { params: { id: stranger.id } }), 'not_found');
    await lead.call('removeChannelMember', { params: { id, userId: member.id } });
    await expectRefusal(guest.call('getUser', { params: { id: member.id } }), 'not_found');
    expect(await namesSeen(member, { ids: stranger.id })).toEqual(['Stranger']);
  });

  it('writes first only to whom they meet', async () => {
    const guest = await workspace.person('Gil', 'guest');
    await add(lead, await channel(), guest);
    await expectRefusal(guest.call('openConversation', { body: { userIds: [stranger.id] } }), 'not_found');
    await expectRefusal(guest.call('openConversation', { body: { userIds: [member.id, stranger.id] } }), 'not_found');
    expect((await guest.call('openConversation', { body: { userIds: [member.id] } })).channel.kind).toBe('direct');
    expect((await stranger.call('openConversation', { body: { userIds: [guest.id] } })).channel.kind).toBe('direct');
  });

  it('creates and browses nothing', async () => {
    const guest = await workspace.person('Gina', 'guest');
    const id = await channel();
    await add(lead, id, guest);
    await expectRefusal(guest.call('createTeam', { body: { name: 'Mine' } }), 'forbidden');
    await expectRefusal(guest.call('createChannel', { body: { teamId, kind: 'public', name: 'mine' } }), 'not_found');
    await expectRefusal(guest.call('listTeamChannels', { params: { id: teamId } }), 'not_found');
    await expectRefusal(guest.call('getTeam', { params: { id: teamId } }), 'not_found');
    await expectRefusal(guest.call('getChannel', { params: { id: generalId } }), 'not_found');
    await expectRefusal(guest.call('addChannelMember', { params: { id }, body: { userId: stranger.id } }), 'forbidden');
    await expectRefusal(guest.call('updateChannel', { params: { id }, body: { topic: 'Mine' } }), 'forbidden');
  });

  it('hears of their own account, and not of the organisation', async () => {
    const guest = await workspace.person('Greta', 'guest');
    const { organisation } = (await guest.call('sync', { body: { cursors: {} } })).snapshot!;
    await guest.call('updateMe', { body: { title: 'Adviser' } });
    expect((await eventsOf(guest, streamId('user', guest.id)))?.at(-1)).toMatchObject({ type: 'me.updated', payload: { user: { title: 'Adviser' } } });
    const { streams } = await guest.call('sync', { body: { cursors: { [streamId('user', guest.id)]: 0, [streamId('organisation', organisation.id)]: 0 } } });
    expect(streams[streamId('organisation', organisation.id)]).toEqual({ gone: true });
  });
});

describe('who becomes a guest', () => {
  it('leaves teams and general channels, stays elsewhere, and looks after nothing', async () => {
    const person = await workspace.person('Paula');
    await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } });
    const owned = (await person.call('createChannel', { body: { teamId, kind: 'private', name: 'owned', memberIds: [member.id] } })).channel.id;
    const joined = await channel('public', [person]);
    await setRole(person, 'guest');
    const { channels } = await person.call('listChannels');
    expect(channels.map((summary) => summary.channel.id).sort()).toEqual([owned, joined].sort());
    expect(channels.map(({ membership, teamName }) => [membership.role, teamName])).toEqual([['member', 'Studio'], ['member', 'Studio']]);
    expect((await person.call('listTeams')).teams).toEqual([]);
    const owners = await member.call('listChannelMembers', { params: { id: owned }, query: { role: 'owner' } });
    expect(owners.members.map(({ userId }) => userId)).toEqual([member.id]);
    expect(typesOf((await eventsOf(person, streamId('user', person.id)))?.slice(-3))).toEqual(['channel.left', 'team.left', 'me.updated']);
    await expectRefusal(person.call('getUser', { params: { id: stranger.id } }), 'not_found');

    await setRole(person, 'member');
    expect(await person.call('getUser', { params: { id: stranger.id } })).toMatchObject({ name: 'Stranger' });
    expect((await eventsOf(person, streamId('user', person.id)))?.at(-1)).toMatchObject({ type: 'me.updated', payload: { user: { role: 'member' } } });
  });

  it('is not the only owner of a team', async () => {
    const person = await workspace.person('Petra');
    await person.call('createTeam', { body: { name: 'Hers' } });
    await expectRefusal(setRole(person, 'guest'), 'last_owner');
    expect(await person.call('getMe')).toMatchObject({ role: 'member' });
  });
});
