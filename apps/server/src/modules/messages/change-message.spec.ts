import { type Message, streamId } from '@parvis/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let stranger: Person;
let teamId: string;
let channelId: string;
let message: Message;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, stranger] = await Promise.all(['Alice', 'Bob', 'Sam'].map((name) => workspace.person(name))) as [Person, Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: bob.id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = await newChannel();
  message = await bob.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'first words' } });
});

const newChannel = async () =>
  (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
const edit = (person: Person, text: string, version?: number, place = { channelId, messageId: message.id }) =>
  person.call('editMessage', { params: place, body: { text, ...(version === undefined ? {} : { version }) } });
const remove = (person: Person, place = { channelId, messageId: message.id }) => person.call('deleteMessage', { params: place });
const events = async () => (await eventsOf(alice, streamId('channel', channelId))) ?? [];
const mentionsOf = (id: string) => workspace.query<{ userId: string }>('SELECT user_id AS "userId" FROM mention WHERE message_id = $1', [id]);

describe('editing', () => {
  it('changes the text and tells the channel; doing it again changes nothing more', async () => {
    const edited = await edit(bob, 'other words');
    expect(edited).toMatchObject({ id: message.id, seq: message.seq, version: message.seq + 1, text: 'other words' });
    expect(edited.editedAt).not.toBeNull();
    expect(await edit(bob, 'other words', message.version)).toEqual(edited);
    expect((await events()).at(-1)).toMatchObject({ seq: edited.version, type: 'message.edited', payload: { message: edited } });
  });

  it('adds a mention once, however often the text changes, and takes it away with the words', async () => {
    const alicesName = `[@Alice](mention:user/${alice.id})`;
    expect((await edit(bob, `${alicesName} look`)).mentions).toEqual({ userIds: [alice.id], everyone: false });
    await edit(bob, `${alicesName} look here, ${alicesName}`);
    expect(await mentionsOf(message.id)).toEqual([{ userId: alice.id }]);
    await edit(bob, 'nobody');
    expect(await mentionsOf(message.id)).toEqual([]);
  });

  it('calls whom it newly mentions once: the next change calls nobody again', async () => {
    const alicesName = `[@Alice](mention:user/${alice.id})`;
    await edit(bob, `${alicesName} look`);
    expect((await events()).at(-1)?.payload).toMatchObject({ calls: { userIds: [alice.id], everyone: false } });
    await edit(bob, `${alicesName} look again`);
    expect((await events()).at(-1)?.payload).not.toHaveProperty('calls');
    await edit(bob, `${alicesName} look again, @channel`);
    expect((await events()).at(-1)?.payload).toMatchObject({ calls: { userIds: [], everyone: true } });
  });

  it('mentions nobody who is not in the channel', async () => {
    const edited = await edit(bob, `[@Sam](mention:user/${stranger.id}) and [@X](mention:user/${randomUUID()})`);
    expect(edited.mentions.userIds).toEqual([]);
    expect(await mentionsOf(message.id)).toEqual([]);
  });

  it('refuses to overwrite what was changed meanwhile on another device', async () => {
    await edit(bob, 'on the phone', message.version);
    await expectRefusal(edit(bob, 'on the desk', message.version), 'version_conflict');
    expect(await bob.call('getMessage', { params: { channelId, messageId: message.id } })).toMatchObject({ text: 'on the phone' });
  });

  it('takes one of two edits that two devices make at once, and says so to the other', async () => {
    const edits = ['on the phone', 'on the desk'].map((text) => edit(bob, text, message.version));
    const outcomes = await Promise.allSettled(edits);
    const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.text] : []));
    expect(taken).toHaveLength(1);
    await expectRefusal(edits[outcomes.findIndex(({ status }) => status === 'rejected')]!, 'version_conflict');
    expect(await bob.call('getMessage', { params: { channelId, messageId: message.id } })).toMatchObject({ text: taken[0], version: message.seq + 1 });
  });

  it('is for its author only, in its own channel', async () => {
    await expectRefusal(edit(alice, 'put into your mouth'), 'forbidden');
    await expectRefusal(edit(stranger, 'x'), 'not_found');
    await expectRefusal(edit(bob, 'x', undefined, { channelId: await newChannel(), messageId: message.id }), 'not_found');
    await expectRefusal(edit(bob, 'x', undefined, { channelId, messageId: randomUUID() }), 'not_found');
  });

  it('is over once the message is deleted, the channel archived or left', async () => {
    await remove(bob);
    await expectRefusal(edit(bob, 'back'), 'message_deleted');
    message = await bob.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'second' } });
    await alice.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(edit(bob, 'late'), 'channel_archived');
    await alice.call('unarchiveChannel', { params: { id: channelId } });
    await alice.call('removeChannelMember', { params: { id: channelId, userId: bob.id } });
    await expectRefusal(edit(bob, 'from outside'), 'not_found');
  });

  it('refuses an empty text', () => expectRefusal(edit(bob, ' \n '), 'message_empty'));
});

describe('deleting', () => {
  it('takes every version of the text out of the database, and keeps the place', async () => {
    await edit(bob, `second words [@Alice](mention:user/${alice.id})`);
    const other = await bob.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'stays here' } });
    await edit(bob, `third words [@Alice](mention:user/${alice.id})`);
    const deleted = await remove(bob);
    expect(deleted).toMatchObject({ id: message.id, seq: message.seq, text: '', clientId: null, mentions: { userIds: [], everyone: false } });
    expect(await remove(bob)).toEqual(deleted);

    const log = JSON.stringify(await workspace.query('SELECT payload, request_hash FROM stream_event WHERE stream = $1', [streamId('channel', channelId)]));
    expect(log).not.toMatch(/first words|second words|third words/);
    expect(log).toContain('stays here');
    expect(log).not.toContain(createHash('sha256').update('first words').digest('base64url'));
    const replayed = (await events()).filter((event) => event.type.startsWith('message.'));
    expect(replayed.map((event) => [event.type, (event.payload as { message: Message }).message.text])).toEqual([
      ['message.created', ''], ['message.edited', ''], ['message.created', 'stays here'], ['message.edited', ''], ['message.deleted', ''],
    ]);
    expect(await mentionsOf(message.id)).toEqual([]);
    expect(await alice.call('getMessage', { params: { channelId, messageId: other.id } })).toEqual(other);
  });

  it('is for the author and for owners of the channel, archived or not', async () => {
    const mine = await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'an owner wrote' } });
    await expectRefusal(remove(bob, { channelId, messageId: mine.id }), 'forbidden');
    await expectRefusal(remove(stranger), 'not_found');
    await expectRefusal(remove(alice, { channelId: await newChannel(), messageId: message.id }), 'not_found');
    await alice.call('archiveChannel', { params: { id: channelId } });
    expect(await remove(alice)).toMatchObject({ text: '' });
  });
});
