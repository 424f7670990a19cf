import { type RouteInput, type SidebarSection, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let teamId: string;
let channelId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  alice = await workspace.person('Alice');
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  bob = await workspace.person('Bob');
  await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: bob.id } });
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
});

const snapshot = async () => (await bob.call('sync', { body: { cursors: {} } })).snapshot!;
const told = async (type: string) => (await eventsOf(bob, streamId('user', bob.id)))?.filter((event) => event.type === type);
const favourites = (channelIds: string[] = []): SidebarSection => ({ id: bob.id, kind: 'favourites', name: '', collapsed: false, channelIds });
const section = (name: string, channelIds: string[] = []): SidebarSection => ({ id: randomUUID(), kind: 'own', name, collapsed: false, channelIds });
const write = (version: number, sections: RouteInput<'updateSidebar'>['body']['sections']) => bob.call('updateSidebar', { body: { version, sections } });

describe('the order of conversations', () => {
  it('begins with empty favourites, is kept whole and told to my devices', async () => {
    expect((await snapshot()).sidebar).toEqual({ version: 0, sections: [favourites()] });
    const sections = [section('Launch', [channelId]), favourites()];
    const sidebar = await write(0, sections);
    expect(sidebar).toEqual({ version: 1, sections });
    expect((await snapshot()).sidebar).toEqual(sidebar);
    expect(await told('sidebar.updated')).toMatchObject([{ payload: { sidebar } }]);
  });

  it('is not overwritten by a device that knows an older one', async () => {
    await write(0, [favourites([channelId])]);
    await expectRefusal(write(0, [favourites()]), 'version_conflict');
    expect((await write(1, [favourites([channelId])])).version).toBe(1);
    expect(await told('sidebar.updated')).toHaveLength(1);
  });

  it('leaves out conversations that I am not in', async () => {
    expect((await write(0, [favourites([randomUUID(), channelId])])).sections).toEqual([favourites([channelId])]);
  });

  it('has one section of favourites, names for the others, and each conversation once', async () => {
    const own = section('Launch');
    for (const sections of [[own], [favourites(), { ...favourites(), id: randomUUID() }], [favourites(), { ...own, name: '' }], [favourites(), own, own], [favourites([channelId]), section('x', [channelId])]]) {
      await expectRefusal(write(0, sections), 'invalid_request');
    }
  });
});

describe('a muted conversation', () => {
  it('is told to my devices once, and is muted for me alone', async () => {
    const change = (body: RouteInput<'updateMembership'>['body']) => bob.call('updateMembership', { params: { id: channelId }, body });
    expect(await change({ muted: true })).toMatchObject({ muted: true, notifications: 'default' });
    expect(await change({ muted: true, notifications: 'mentions' })).toMatchObject({ muted: true, notifications: 'mentions' });
    await change({ notifications: 'mentions' });
    expect((await told('membership.updated'))?.map(({ payload }) => payload)).toEqual([
      { channelId, muted: true, notifications: 'default' }, { channelId, muted: true, notifications: 'mentions' },
    ]);
    const mine = (await snapshot()).channels.find(({ channel }) => channel.id === channelId);
    expect(mine?.membership).toMatchObject({ muted: true, notifications: 'mentions' });
    const theirs = (await alice.call('listChannels')).channels.find(({ channel }) => channel.id === channelId);
    expect(theirs?.membership.muted).toBe(false);
  });

  it('must be one of mine', async () => {
    await expectRefusal(workspace.owner.call('updateMembership', { params: { id: channelId }, body: { muted: true } }), 'not_found');
  });
});
