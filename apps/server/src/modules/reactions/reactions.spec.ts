import { LIMITS, type Message, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
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
  message = await send();
});

const newChannel = async () =>
  (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
const send = (text = 'look') => alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const place = (emoji: string, messageId = message.id, channel = channelId) => ({ params: { channelId: channel, messageId, emoji } });
const react = (person: Person, emoji: string, messageId?: string) => person.call('addReaction', place(emoji, messageId));
const takeBack = (person: Person, emoji: string, messageId?: string) => person.call('removeReaction', place(emoji, messageId));
const events = async () => (await eventsOf(alice, streamId('channel', channelId))) ?? [];
const get = (id = message.id) => alice.call('getMessage', { params: { channelId, messageId: id } });

describe('a reaction', () => {
  it('is on the message and told in its channel; again it changes nothing', async () => {
    const after = await react(bob, '👍');
    expect(after).toMatchObject({ seq: message.seq, version: message.seq + 1, editedAt: null, reactions: [{ emoji: '👍', userIds: [bob.id] }] });
    expect((await events()).at(-1)).toMatchObject({
      seq: after.version, type: 'message.reaction_added', payload: { messageId: message.id, messageSeq: message.seq, emoji: '👍', userId: bob.id },
    });
    const count = (await events()).length;
    expect(await react(bob, '👍')).toEqual(after);
    expect(await react(bob, '👍\uFE0F')).toEqual(after);
    expect((await events()).length).toBe(count);
    expect(await get()).toEqual(after);
  });

  it('is taken back, and then again changes nothing', async () => {
    await react(bob, '👍');
    const after = await takeBack(bob, '👍');
    expect(after).not.toHaveProperty('reactions');
    expect((await events()).at(-1)).toMatchObject({ seq: after.version, type: 'message.reaction_removed', payload: { emoji: '👍', userId: bob.id } });
    const count = (await events()).length;
    expect(await takeBack(bob, '👍')).toEqual(after);
    expect(await takeBack(bob, 'no emoji')).toEqual(after);
    expect((await events()).length).toBe(count);
  });

  it('keeps the place of the message, and that of its emoji as long as somebody uses it', async () => {
    const second = await send('another');
    await react(alice, '👍');
    await react(bob, '🎉');
    await react(bob, '👍');
    await takeBack(alice, '👍');
    expect((await get()).reactions).toEqual([{ emoji: '👍', userIds: [bob.id] }, { emoji: '🎉', userIds: [bob.id] }]);
    await takeBack(bob, '👍');
    await react(bob, '👍');
    expect((await get()).reactions?.map(({ emoji }) => emoji)).toEqual(['🎉', '👍']);
    const { messages } = await bob.call('listMessages', { params: { channelId } });
    expect(messages.map(({ id, seq }) => [id, seq])).toEqual([[message.id, message.seq], [second.id, second.seq]]);
  });

  it('does not stand in the way of who is editing', async () => {
    await react(bob, '👍');
    const edited = await alice.call('editMessage', { params: { channelId, messageId: message.id }, body: { text: 'better', version: message.version } });
    expect(edited).toMatchObject({ text: 'better', reactions: [{ emoji: '👍', userIds: [bob.id] }] });
  });

  it('comes from both when two react at once', async () => {
    await Promise.all([react(alice, '👍'), react(bob, '👍'), react(alice, '👍'), react(bob, '🎉')]);
    const reactions = (await get()).reactions!;
    expect(reactions.find(({ emoji }) => emoji === '👍')?.userIds.toSorted()).toEqual([alice.id, bob.id].toSorted());
    expect((await events()).filter(({ type }) => type === 'message.reaction_added')).toHaveLength(3);
  });

  it.each(['a', '<script>', '👍👍', 'custom:x', `custom:${randomUUID()}`, '../..', '\u200d'])('is an emoji, not %j', (emoji) =>
    expectRefusal(react(bob, emoji), 'emoji_invalid'));

  it('has many kinds, but not any number of them', async () => {
    const emoji = Array.from({ length: LIMITS.reactionsPerMessage }, (_, index) => String.fromCodePoint(0x1f600 + index));
    await workspace.query(
      'INSERT INTO reaction (message_id, emoji, user_id, seq, emoji_seq) SELECT $1, unnest($2::text[]), $3, 1, 1',
      [message.id, emoji, alice.id],
    );
    await expectRefusal(react(bob, '🎉'), 'too_many');
    expect((await react(bob, emoji[3]!)).reactions).toHaveLength(LIMITS.reactionsPerMessage);
  });
});

describe('nobody reacts', () => {
  it('to what they cannot see, nor through another channel', async () => {
    await expectRefusal(react(stranger, '👍'), 'not_found');
    await expectRefusal(takeBack(stranger, '👍'), 'not_found');
    await expectRefusal(bob.call('addReaction', place('👍', message.id, await newChannel())), 'not_found');
    await expectRefusal(react(bob, '👍', randomUUID()), 'not_found');
  });

  it('to a deleted message, whose reactions are gone', async () => {
    await react(bob, '👍');
    const deleted = await alice.call('deleteMessage', { params: { channelId, messageId: message.id } });
    expect(deleted).not.toHaveProperty('reactions');
    await expectRefusal(react(bob, '👍'), 'message_deleted');
    expect(await takeBack(bob, '👍')).toEqual(deleted);
    expect(await workspace.query('SELECT 1 FROM reaction WHERE message_id = $1', [message.id])).toEqual([]);
  });

  it('in an archived channel', async () => {
    await react(bob, '👍');
    await alice.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(react(bob, '🎉'), 'channel_archived');
    await expectRefusal(takeBack(bob, '👍'), 'channel_archived');
  });

  it('but members do where only moderators write', async () => {
    await alice.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
    expect((await react(bob, '👍')).reactions).toHaveLength(1);
  });
});

describe('often used emoji', () => {
  const frequent = async (person: Person) => (await person.call('listFrequentEmoji')).emoji;

  it('are my own, the most used first; a slip does not count', async () => {
    const person = await workspace.person('Fran');
    await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } });
    await alice.call('addChannelMember', { params: { id: channelId }, body: { userId: person.id } });
    const others = [message, await send('two'), await send('three')];
    await react(person, '🎉', others[0]!.id);
    for (const { id } of others) await react(person, '👀', id);
    await react(person, '💥', others[0]!.id);
    await takeBack(person, '💥', others[0]!.id);
    expect(await frequent(person)).toEqual(['👀', '🎉']);
    expect(await frequent(stranger)).toEqual([]);
  });
});
