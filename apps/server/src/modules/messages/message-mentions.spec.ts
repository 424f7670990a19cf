import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let stranger: Person;
let channelId: string;
let groupId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, stranger] = await Promise.all(['Alice', 'Bob', 'Sam'].map((name) => workspace.person(name))) as [Person, Person, Person];
  const teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const person of [bob, stranger]) await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } });
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
  groupId = (await alice.call('createGroup', { body: { handle: 'design', name: 'Design', teamId } })).id;
  for (const person of [alice, bob, stranger]) await alice.call('addGroupMember', { params: { id: groupId, userId: person.id } });
});
afterAll(() => workspace?.stop());

const send = (person: Person, text: string, rest: object = {}) =>
  person.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text, ...rest } });
const group = () => `[@design](mention:group/${groupId})`;

describe('a mention', () => {
  it('of a group calls those of it who are in the channel, once each', async () => {
    const { mentions } = await send(alice, `[@Bob](mention:user/${bob.id}), ${group()} and [@Sam](mention:user/${stranger.id})`);
    expect(mentions.userIds[0]).toBe(bob.id);
    expect(new Set(mentions.userIds)).toEqual(new Set([bob.id, alice.id]));
    expect(mentions).toMatchObject({ everyone: false });
    expect((await bob.call('listChannels')).channels.find(({ channel }) => channel.id === channelId)).toMatchObject({ mentionCount: 1 });
  });

  it('of everybody, or of everybody who is there, says which', async () => {
    expect((await send(bob, '@here lunch')).mentions).toEqual({ userIds: [], everyone: true, here: true });
    expect((await send(bob, '@channel lunch')).mentions).toEqual({ userIds: [], everyone: true });
    expect((await send(bob, '@here and @channel')).mentions).toEqual({ userIds: [], everyone: true });
    expect((await send(bob, `\`@channel\` and \`${group()}\``)).mentions).toEqual({ userIds: [], everyone: false });
  });

  it('of everybody is just a word from who may not, also in an edit', async () => {
    await alice.call('updateChannel', { params: { id: channelId }, body: { mentionAll: 'moderators' } });
    const words = await send(bob, '@channel hello');
    expect(words.mentions).toEqual({ userIds: [], everyone: false });
    const { mentions } = await bob.call('editMessage', { params: { channelId, messageId: words.id }, body: { text: '@here hello' } });
    expect(mentions).toEqual({ userIds: [], everyone: false });
    expect((await send(alice, '@channel hello')).mentions).toEqual({ userIds: [], everyone: true });
  });
});

describe('sending', () => {
  const poll = { question: 'Where?', options: ['Here', 'There'] };

  it('without a word needs something else in it', async () => {
    await expectRefusal(send(bob, ' ', { attachmentIds: [] }), 'message_empty');
    expect(await send(bob, '', { poll })).toMatchObject({ text: '', poll: { question: 'Where?', voters: 0, options: [{ id: 0, text: 'Here', votes: 0, userIds: [] }, { id: 1 }] } });
  });

  it('under a client id that was used for another poll or place is refused', async () => {
    const clientId = randomUUID();
    const first = await send(bob, 'Look', { clientId, poll });
    expect(await send(bob, 'Look', { clientId, poll })).toEqual(first);
    await expectRefusal(send(bob, 'Look', { clientId, poll: { ...poll, anonymous: true } }), 'client_id_reused');
    await expectRefusal(send(bob, 'Look', { clientId }), 'client_id_reused');
  });

  it('with something that is not there writes nothing, and leaves its client id free', async () => {
    const clientId = randomUUID();
    const head = async () => (await alice.call('listMessages', { params: { channelId }, query: { limit: 1 } })).head;
    const before = await head();
    await expectRefusal(send(bob, `[@Alice](mention:user/${alice.id}) look`, { clientId, attachmentIds: [randomUUID()] }), 'attachment_invalid');
    await expectRefusal(send(bob, 'Look', { clientId, threadId: randomUUID(), poll }), 'thread_invalid');
    expect(await head()).toBe(before);
    expect((await send(bob, 'Look', { clientId })).seq).toBe(before + 1);
  });

  it('a poll that is over when it begins is refused', async () => {
    await expectRefusal(send(bob, '', { poll: { ...poll, closesAt: new Date(Date.now() - 1_000).toISOString() } }), 'scheduled_in_past');
  });

  it('an announcement is for who looks after the channel, in its threads too', async () => {
    const root = await send(alice, 'News');
    await alice.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
    await expectRefusal(send(bob, 'Me too'), 'posting_restricted');
    await expectRefusal(send(bob, 'Me too', { threadId: root.id }), 'posting_restricted');
    expect((await send(alice, 'More news')).authorId).toBe(alice.id);
  });
});
