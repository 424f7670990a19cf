import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let lead: Person;
let member: Person;
let outsider: Person;
let guest: Person;
let teamId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [lead, member, outsider] = await Promise.all(['Lead', 'Member', 'Outsider'].map((name) => workspace.person(name))) as [Person, Person, Person];
  guest = await workspace.person('Guest', 'guest');
  teamId = (await lead.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: member.id } });
});
afterAll(() => workspace?.stop());

const handle = () => `g-${randomUUID().slice(0, 8)}`;
const make = (person: Person, body: object = {}) => person.call('createGroup', { body: { handle: handle(), name: 'Design', ...body } });
const membersOf = async (person: Person, id: string) => (await person.call('listGroupMembers', { params: { id } })).userIds;

describe('a group of the organisation', () => {
  it('is run by admins and seen by everybody but guests', async () => {
    const group = await make(workspace.owner, { userIds: [member.id, outsider.id, member.id] });
    expect(group).toMatchObject({ teamId: null, memberCount: 2 });
    expect(await outsider.call('getGroup', { params: { id: group.id } })).toEqual(group);
    await expectRefusal(make(lead), 'forbidden');
    await expectRefusal(lead.call('updateGroup', { params: { id: group.id }, body: { name: 'Mine' } }), 'forbidden');
    await expectRefusal(lead.call('deleteGroup', { params: { id: group.id } }), 'forbidden');
    await expectRefusal(lead.call('addGroupMember', { params: { id: group.id, userId: lead.id } }), 'forbidden');
    await expectRefusal(guest.call('getGroup', { params: { id: group.id } }), 'not_found');
    expect(await guest.call('listGroups')).toEqual({ groups: [], next: null });
  });

  it('takes people in and out, as often as one asks', async () => {
    const { id } = await make(workspace.owner);
    const params = { id, userId: member.id };
    for (let times = 0; times < 2; times += 1) await workspace.owner.call('addGroupMember', { params });
    expect(await membersOf(member, id)).toEqual([member.id]);
    for (let times = 0; times < 2; times += 1) await workspace.owner.call('removeGroupMember', { params });
    expect(await membersOf(member, id)).toEqual([]);
    await expectRefusal(workspace.owner.call('addGroupMember', { params: { id, userId: randomUUID() } }), 'not_found');
  });

  it('tells nothing of people whose account is closed', async () => {
    const left = await workspace.person('Left');
    const { id } = await make(workspace.owner, { userIds: [left.id, member.id] });
    await workspace.owner.call('updateUser', { params: { id: left.id }, body: { active: false } });
    expect(await membersOf(member, id)).toEqual([member.id]);
    expect((await member.call('getGroup', { params: { id } })).memberCount).toBe(1);
  });
});

describe('a group of a team', () => {
  it('is run by the team’s owners, of members of the team, and hidden from others', async () => {
    const group = await make(lead, { teamId, userIds: [member.id] });
    expect(await member.call('getGroup', { params: { id: group.id } })).toEqual(group);
    await expectRefusal(make(member, { teamId }), 'forbidden');
    await expectRefusal(make(outsider, { teamId }), 'not_found');
    await expectRefusal(make(lead, { teamId, userIds: [outsider.id] }), 'forbidden');
    await expectRefusal(lead.call('addGroupMember', { params: { id: group.id, userId: guest.id } }), 'forbidden');
    await expectRefusal(outsider.call('getGroup', { params: { id: group.id } }), 'not_found');
    await expectRefusal(outsider.call('deleteGroup', { params: { id: group.id } }), 'not_found');
    expect((await outsider.call('listGroups')).groups.map(({ id }) => id)).not.toContain(group.id);
    expect((await member.call('listGroups', { query: { teamId } })).groups).toContainEqual(group);
    expect((await workspace.owner.call('listGroups')).groups.map(({ id }) => id)).toContain(group.id);
  });

  it('loses who leaves the team', async () => {
    const person = await workspace.person('Passing');
    await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } });
    const { id } = await make(lead, { teamId, userIds: [person.id, member.id] });
    await lead.call('removeTeamMember', { params: { id: teamId, userId: person.id } });
    expect(await membersOf(lead, id)).toEqual([member.id]);
  });
});

describe('a handle', () => {
  it('is lower case, one group’s, and none that the composer knows already', async () => {
    const taken = handle();
    await make(workspace.owner, { handle: taken });
    await expectRefusal(make(workspace.owner, { handle: taken.toUpperCase() }), 'name_taken');
    for (const reserved of ['channel', 'here', 'everyone']) await expectRefusal(make(workspace.owner, { handle: reserved }), 'name_taken');
    for (const bad of ['a', 'two words', '@at', '']) await expectRefusal(make(workspace.owner, { handle: bad }), 'invalid_request');
    const other = await make(workspace.owner);
    await expectRefusal(workspace.owner.call('updateGroup', { params: { id: other.id }, body: { handle: taken } }), 'name_taken');
  });

  it('is found by a part of it, page by page', async () => {
    for (const name of ['zz-1', 'zz-2', 'zz-3']) await make(workspace.owner, { handle: name });
    const first = await member.call('listGroups', { query: { query: 'ZZ-', limit: 2 } });
    const second = await member.call('listGroups', { query: { query: 'ZZ-', limit: 2, cursor: first.next! } });
    expect([...first.groups, ...second.groups].map((group) => group.handle)).toEqual(['zz-1', 'zz-2', 'zz-3']);
    expect(second.next).toBeNull();
    await expectRefusal(member.call('listGroups', { query: { cursor: 'x' } }), 'invalid_cursor');
  });
});
