import { LIMITS, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let stranger: Person;
let channelId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, stranger] = await Promise.all(['Alice', 'Bob', 'Sam'].map((name) => workspace.person(name))) as [Person, Person, Person];
  const teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await Promise.all([bob, stranger].map((person) => alice.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } })));
  channelId = await newChannel(teamId);
});
afterAll(() => workspace?.stop());

const newChannel = async (teamId: string) =>
  (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
const send = (person: Person, text: string, clientId = randomUUID(), channel = channelId) =>
  person.call('sendMessage', { params: { channelId: channel }, body: { clientId, text } });
const stream = () => streamId('channel', channelId);

describe('sending', () => {
  it('stores the message and tells the channel', async () => {
    const clientId = randomUUID();
    const message = await send(alice, 'Hello **there**\r\nand here', clientId);
    expect(message).toMatchObject({
      channelId, authorId: alice.id, text: 'Hello **there**\nand here', clientId, editedAt: null, deletedAt: null, version: message.seq,
      mentions: { userIds: [], everyone: false },
    });
    expect((await eventsOf(bob, stream()))?.at(-1)).toMatchObject({ seq: message.seq, type: 'message.created', payload: { message } });
    expect(await bob.call('getMessage', { params: { channelId, messageId: message.id } })).toEqual(message);
  });

  it('again, or many times at once, under one client id is one message', async () => {
    const clientId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(alice, 'once', clientId)));
    expect(new Set(answers.map((message) => message.id)).size).toBe(1);
    const [row] = await workspace.query<{ count: number }>('SELECT count(*)::int FROM message WHERE client_id = $1', [clientId]);
    expect(row?.count).toBe(1);
  });

  it('again after an edit answers with the message as it is now', async () => {
    const clientId = randomUUID();
    const { id } = await send(alice, 'first words', clientId);
    await alice.call('editMessage', { params: { channelId, messageId: id }, body: { text: 'better words' } });
    expect(await send(alice, 'first words', clientId)).toMatchObject({ id, text: 'better words' });
  });

  it('again after a deletion answers with the empty place', async () => {
    const clientId = randomUUID();
    const { id } = await send(alice, 'gone', clientId);
    await alice.call('deleteMessage', { params: { channelId, messageId: id } });
    expect(await send(alice, 'gone', clientId)).toMatchObject({ id, text: '', clientId: null });
  });

  it('other words under a client id that was used is refused', async () => {
    const clientId = randomUUID();
    await send(alice, 'one', clientId);
    await expectRefusal(send(alice, 'two', clientId), 'client_id_reused');
  });

  it('under the client id of another person, or in another channel, is a message of its own', async () => {
    const clientId = randomUUID();
    const { team } = await alice.call('createTeam', { body: { name: 'Other' } });
    const other = (await alice.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'other' } })).channel.id;
    const ids = [await send(alice, 'same', clientId), await send(bob, 'same', clientId), await send(alice, 'same', clientId, other)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it('gives every message its place, without gaps, however many send at once', async () => {
    const before = (await send(alice, 'start')).seq;
    const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => send(index % 2 ? alice : bob, `n${index}`)));
    expect(sent.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => before + 1 + index));
  });
});

describe('sending is refused', () => {
  it('to who is not in the channel, in a channel that is not there, or without telling which', async () => {
    await expectRefusal(send(stranger, 'hello'), 'not_found');
    await expectRefusal(send(workspace.owner, 'hello'), 'not_found');
    await expectRefusal(send(alice, 'hello', randomUUID(), randomUUID()), 'not_found');
    await expectRefusal(send(alice, 'hello', randomUUID(), 'general'), 'not_found');
  });

  it.each([
    ['', 'message_empty'], ['  \n\t ', 'message_empty'],
    ['x'.repeat(LIMITS.messageText + 1), 'message_too_long'],
    ['bell \u0007', 'invalid_request'], ['nul \0', 'invalid_request'], ['bare\rreturn', 'invalid_request'], ['half \ud83d', 'invalid_request'],
  ] as const)('for the text %j', async (text, code) => {
    await expectRefusal(send(alice, text), code);
  });

  it('not for the longest text, in any script', async () => {
    const text = '\u{1f600}'.repeat(LIMITS.messageText / 2);
    expect((await send(alice, text)).text).toBe(text);
  });

  it.each([{ text: 'x' }, { clientId: randomUUID() }, { clientId: 'mine', text: 'x' }, { clientId: randomUUID(), text: 'x', authorId: randomUUID() }, { clientId: randomUUID(), text: 1 }])(
    'for the body %j', async (body) => {
      await expectRefusal(alice.call('sendMessage', { params: { channelId }, body: body as { clientId: string; text: string } }), 'invalid_request');
    });

  it('once the channel is archived, but for what was sent before', async () => {
    const { team } = await alice.call('createTeam', { body: { name: 'Closed' } });
    const closed = (await alice.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'closed' } })).channel.id;
    const clientId = randomUUID();
    const { id } = await send(alice, 'in time', clientId, closed);
    await alice.call('archiveChannel', { params: { id: closed } });
    await expectRefusal(send(alice, 'too late', randomUUID(), closed), 'channel_archived');
    expect(await send(alice, 'in time', clientId, closed)).toMatchObject({ id });
  });
});
