import { formatMention } from '@parvis/rich-text';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let lead: Person;
let inside: Person;
let outside: Person;
let teamId: string;
let channelId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [lead, inside, outside] = await Promise.all(['Lead', 'Inside', 'Outside'].map((name) => workspace.person(name))) as [Person, Person, Person];
  teamId = (await lead.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id } of [inside, outside]) await lead.call('addTeamMember', { params: { id: teamId }, body: { userId: id } });
  channelId = (await lead.call('createChannel', { body: { teamId, kind: 'private', name: 'inner', memberIds: [inside.id] } })).channel.id;
});
afterAll(() => workspace?.stop());

const send = (person: Person, text: string) => person.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const group = (...people: Person[]) =>
  workspace.owner.call('createGroup', { body: { handle: `g-${randomUUID().slice(0, 8)}`, name: 'Group', userIds: people.map(({ id }) => id) } });
const mentionsOf = async (person: Person) => (await person.call('listChannels')).channels.find(({ channel }) => channel.id === channelId)?.mentionCount;

describe('the mention of a group', () => {
  it('calls its people who are in the channel, and nobody else', async () => {
    const { id, handle } = await group(inside, outside);
    const before = await mentionsOf(inside);
    const { mentions } = await send(lead, `Look ${formatMention('group', id, handle)}`);
    expect(mentions).toMatchObject({ userIds: [inside.id], everyone: false });
    expect(await mentionsOf(inside)).toBe((before ?? 0) + 1);
  });

  it('calls once who is also named', async () => {
    const { id, handle } = await group(inside, lead);
    const { mentions } = await send(lead, `${formatMention('user', inside.id, 'Inside')} ${formatMention('group', id, handle)}`);
    expect(mentions.userIds).toEqual([inside.id, lead.id]);
  });

  it('calls nobody from code, from a dissolved group, or of one that never was', async () => {
    const { id, handle } = await group(inside);
    expect((await send(lead, `\`${formatMention('group', id, handle)}\``)).mentions.userIds).toEqual([]);
    await workspace.owner.call('deleteGroup', { params: { id } });
    for (const gone of [id, randomUUID()]) expect((await send(lead, formatMention('group', gone, handle))).mentions.userIds).toEqual([]);
  });

  it('is just words from who may not see the group: it would tell who is in it', async () => {
    const elsewhere = await workspace.owner.call('createTeam', { body: { name: 'Elsewhere' } });
    await workspace.owner.call('addTeamMember', { params: { id: elsewhere.team.id }, body: { userId: inside.id } });
    const theirs = await workspace.owner.call('createGroup', { body: { handle: 'theirs', name: 'Theirs', teamId: elsewhere.team.id, userIds: [inside.id] } });
    expect((await send(lead, formatMention('group', theirs.id, theirs.handle))).mentions.userIds).toEqual([]);
    expect((await send(inside, formatMention('group', theirs.id, theirs.handle))).mentions.userIds).toEqual([inside.id]);
    const guest = await workspace.person('Guest', 'guest');
    await lead.call('addChannelMember', { params: { id: channelId }, body: { userId: guest.id } });
    const everybodys = await group(inside);
    const words = await send(guest, formatMention('group', everybodys.id, everybodys.handle));
    expect(words.mentions.userIds).toEqual([]);
  });
});

describe('the mention of everybody', () => {
  it('from who may not is just words, and calls again once they may', async () => {
    await lead.call('updateChannel', { params: { id: channelId }, body: { mentionAll: 'moderators' } });
    for (const word of ['@channel', '@here']) {
      expect((await send(inside, `Hello ${word}`)).mentions).toEqual({ userIds: [], everyone: false });
      expect((await send(lead, `Hello ${word}`)).mentions.everyone).toBe(true);
    }
    await lead.call('updateChannelMember', { params: { id: channelId, userId: inside.id }, body: { role: 'moderator' } });
    expect((await send(inside, 'Hello @here')).mentions).toEqual({ userIds: [], everyone: true, here: true });
  });

  it('of a person who is not there calls nobody', async () => {
    expect((await send(lead, formatMention('user', outside.id, 'Outside'))).mentions.userIds).toEqual([]);
  });
});
