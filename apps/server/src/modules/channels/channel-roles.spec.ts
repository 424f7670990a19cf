import { streamId } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let lead: Person;
let mod: Person;
let member: Person;
let other: Person;
let teamId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [lead, mod, member, other] = await Promise.all(['Lea Lead', 'Mo Mod', 'Mia Member', 'Otto Other'].map((name) => workspace.person(name))) as [Person, Person, Person, Person];
  teamId = (await lead.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id } of [mod, member, other]) await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: id } });
});
afterAll(() => workspace?.stop());

let made = 0;
async function channel(kind: 'public' | 'private' = 'public', inside = [mod, member]): Promise<string> {
  made += 1;
  const { channel: { id } } = await lead.call('createChannel', { body: { teamId, kind, name: `channel ${made}`, memberIds: inside.map((person) => person.id) } });
  if (inside.includes(mod)) await lead.call('updateChannelMember', { params: { id, userId: mod.id }, body: { role: 'moderator' } });
  return id;
}
const update = (person: Person, id: string, body: object) => person.call('updateChannel', { params: { id }, body });
const send = (person: Person, channelId: string, text = 'Hello') => person.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text } });
const lastOf = async (person: Person, id: string) => (await eventsOf(person, streamId('channel', id)))?.at(-1);

describe('moderators', () => {
  it('describe, delete what others wrote and take out members', async () => {
    const id = await channel();
    expect(await update(mod, id, { description: 'What we make', topic: 'Now' })).toMatchObject({ description: 'What we make', topic: 'Now' });
    expect(await lastOf(member, id)).toMatchObject({ type: 'channel.updated', payload: { channel: { description: 'What we make' } } });
    const { id: messageId } = await send(member, id);
    await mod.call('deleteMessage', { params: { channelId: id, messageId } });
    await mod.call('removeChannelMember', { params: { id, userId: member.id } });
    await expectRefusal(send(member, id), 'not_found');
  });

  it('leave to owners what the channel is, and who looks after it', async () => {
    const id = await channel();
    for (const body of [{ name: 'mine' }, { posting: 'moderators' }, { mentionAll: 'moderators' }, { kind: 'private' }]) await expectRefusal(update(mod, id, body), 'forbidden');
    await expectRefusal(mod.call('removeChannelMember', { params: { id, userId: lead.id } }), 'forbidden');
    await expectRefusal(mod.call('updateChannelMember', { params: { id, userId: member.id }, body: { role: 'moderator' } }), 'forbidden');
    await expectRefusal(mod.call('archiveChannel', { params: { id } }), 'forbidden');
    await expectRefusal(update(member, id, { description: 'Mine' }), 'forbidden');
  });

  it('may send the whole form as it is: what stays needs no right', async () => {
    const id = await channel();
    const before = await mod.call('getChannel', { params: { id } });
    expect(await update(mod, id, { name: before.name, posting: before.posting, description: 'Other' })).toEqual({ ...before, description: 'Other' });
  });

  it('follow an owner who leaves a private channel, before those who are in it for longer', async () => {
    const id = await channel('private', [member, mod]);
    await lead.call('leaveChannel', { params: { id } });
    const { members } = await member.call('listChannelMembers', { params: { id } });
    expect(Object.fromEntries(members.map(({ userId, role }) => [userId, role]))).toEqual({ [mod.id]: 'owner', [member.id]: 'member' });
    expect(await lastOf(member, id)).toMatchObject({ type: 'channel.member_updated', payload: { userId: mod.id, role: 'owner' } });
  });

  it('do not replace the last owner by being made less', async () => {
    const id = await channel();
    await expectRefusal(lead.call('updateChannelMember', { params: { id, userId: lead.id }, body: { role: 'moderator' } }), 'last_owner');
  });
});

describe('an announcement channel', () => {
  it('takes messages of moderators and owners only, and no new topic of others', async () => {
    const id = await channel();
    await update(lead, id, { posting: 'moderators' });
    await expectRefusal(send(member, id), 'posting_restricted');
    await expectRefusal(update(member, id, { topic: 'Mine' }), 'forbidden');
    for (const person of [mod, lead]) await send(person, id);
    await update(lead, id, { posting: 'everyone' });
    await send(member, id);
  });

  it('answers a repeated send with its first message, though its author may write no more', async () => {
    const id = await channel();
    const body = { clientId: crypto.randomUUID(), text: 'In time' };
    const first = await member.call('sendMessage', { params: { channelId: id }, body });
    await update(lead, id, { posting: 'moderators' });
    expect((await member.call('sendMessage', { params: { channelId: id }, body })).id).toBe(first.id);
  });
});

describe('making a channel private', () => {
  it('keeps its members and hides it from everybody else at once', async () => {
    const id = await channel();
    expect(await other.call('getChannel', { params: { id } })).toMatchObject({ kind: 'public' });
    expect(await update(lead, id, { kind: 'private' })).toMatchObject({ kind: 'private', memberCount: 3 });
    expect(await lastOf(member, id)).toMatchObject({ type: 'channel.updated', payload: { channel: { kind: 'private' } } });
    for (const operation of ['getChannel', 'joinChannel', 'listChannelMembers'] as const) await expectRefusal(other.call(operation, { params: { id } }), 'not_found');
    await expectRefusal(other.call('listMessages', { params: { channelId: id } }), 'not_found');
    const { channels } = await other.call('listTeamChannels', { params: { id: teamId } });
    expect(channels.map((browsed) => browsed.channel.id)).not.toContain(id);
    await send(member, id);
  });

  it('is done from inside only, never of the general channel, and not taken back', async () => {
    const id = await channel('public', []);
    await lead.call('leaveChannel', { params: { id } });
    await expectRefusal(update(lead, id, { kind: 'private' }), 'forbidden');
    const general = (await lead.call('listChannels')).channels.find(({ channel: { general: is } }) => is)!.channel.id;
    await expectRefusal(update(lead, general, { kind: 'private' }), 'forbidden');
    await expectRefusal(update(lead, await channel(), { kind: 'public' }), 'invalid_request');
  });

  it('leaves no private channel without an owner', async () => {
    const id = await channel('public', [member]);
    await lead.call('leaveChannel', { params: { id } });
    await workspace.query('UPDATE team_member SET role = $3 WHERE team_id = $1 AND user_id = $2', [teamId, member.id, 'owner']);
    await update(member, id, { kind: 'private' });
    await workspace.query('UPDATE team_member SET role = $3 WHERE team_id = $1 AND user_id = $2', [teamId, member.id, 'member']);
    const { members } = await member.call('listChannelMembers', { params: { id }, query: { role: 'owner' } });
    expect(members.map(({ userId }) => userId)).toEqual([member.id]);
  });
});

describe('the list of members', () => {
  it('is searched by a part of a name, and by role', async () => {
    const id = await channel();
    const find = async (query: object) => (await lead.call('listChannelMembers', { params: { id }, query })).members.map(({ userId }) => userId);
    expect(await find({ query: 'mi' })).toEqual([member.id]);
    expect(await find({ query: 'MEMBER' })).toEqual([member.id]);
    expect(await find({ query: '%' })).toEqual([]);
    expect(await find({ role: 'moderator' })).toEqual([mod.id]);
    expect(await find({ role: 'moderator', query: 'lea' })).toEqual([]);
  });

  // Bounds on what is answered, as seconds depend on what else the machine does; the limit only catches what hangs.
  it('comes page by page, also of ten thousand', { timeout: 60_000 }, async () => {
    const id = await channel('public', []);
    await workspace.query(
      `WITH people AS (
         INSERT INTO app_user (id, email, name, role, language)
         SELECT gen_random_uuid(), 'p' || n || '@many.test', 'Person ' || n, 'member', 'en' FROM generate_series(1, 10000) n RETURNING id
       )
       INSERT INTO channel_member (channel_id, user_id, role) SELECT $1, id, 'member' FROM people`, [id]);
    const first = await lead.call('listChannelMembers', { params: { id } });
    const second = await lead.call('listChannelMembers', { params: { id }, query: { cursor: first.next! } });
    const found = await lead.call('listChannelMembers', { params: { id }, query: { query: 'person 9999' } });
    expect([first, second].map(({ members }) => members.length)).toEqual([50, 50]);
    expect(new Set([...first.members, ...second.members].map(({ userId }) => userId)).size).toBe(100);
    expect(found.members).toHaveLength(1);
  });
});
