import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let carol: Person;
let dora: Person;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, carol, dora] = await Promise.all(['Alice', 'Bob', 'Carol', 'Dora'].map((name) => workspace.person(name))) as [Person, Person, Person, Person];
});
afterAll(() => workspace?.stop());

const open = (person: Person, ...others: string[]) => person.call('openConversation', { body: { userIds: others } });

describe('opening a conversation', () => {
  it('finds the one of these people, from whichever side and in whichever case', async () => {
    const first = await open(alice, bob.id);
    expect(first.channel).toMatchObject({ kind: 'direct', teamId: null, name: null, memberCount: 2, memberIds: [alice.id, bob.id].toSorted() });
    expect((await open(bob, alice.id, bob.id)).channel).toEqual(first.channel);
    expect((await open(alice, bob.id.toUpperCase())).channel).toEqual(first.channel);
    expect((await eventsOf(bob, streamId('user', bob.id)))?.at(-1)).toMatchObject({ type: 'channel.joined', payload: { summary: { channel: first.channel } } });
  });

  it('makes one, when all of its people open it at the same time', async () => {
    const [a, b, c] = [alice.id, bob.id, carol.id];
    const answers = await Promise.all([open(alice, b, c), open(bob, a, c), open(carol, a, b), open(alice, c, b), open(bob, c, a)]);
    expect(new Set(answers.map(({ channel }) => channel.id)).size).toBe(1);
    expect(answers[0].channel).toMatchObject({ kind: 'group', memberCount: 3 });
    const joined = (await eventsOf(carol, streamId('user', carol.id)))?.filter(({ type }) => type === 'channel.joined');
    expect(joined).toHaveLength(1);
  });

  it('needs another person, who exists and is active', async () => {
    await expectRefusal(open(alice, alice.id), 'invalid_request');
    await expectRefusal(open(alice, randomUUID()), 'not_found');
    const gone = await workspace.person('Gone');
    const { channel } = await open(alice, gone.id);
    await workspace.owner.call('updateUser', { params: { id: gone.id }, body: { active: false } });
    expect((await open(alice, gone.id)).channel.id).toBe(channel.id);
    await expectRefusal(open(bob, gone.id), 'forbidden');
  });

  it('hides people from a guest who does not meet them in a channel', async () => {
    const guest = await workspace.person('Gus', 'guest');
      await open(alice, guest.id);
    await expectRefusal(open(guest, bob.id), 'not_found');
    await expectRefusal(open(guest, alice.id, bob.id), 'not_found');
    expect((await open(guest, alice.id)).channel.kind).toBe('direct');
  });

  it('counts every message in it as a mention', async () => {
    const { channel } = await open(carol, bob.id);
    await carol.call('sendMessage', { params: { channelId: channel.id }, body: { clientId: randomUUID(), text: 'Hello' } });
    expect(await open(bob, carol.id)).toMatchObject({ unreadCount: 1, mentionCount: 1 });
    expect(await open(carol, bob.id)).toMatchObject({ unreadCount: 0, mentionCount: 0 });
  });
});

describe('a conversation', () => {
  it('is nobody else\'s', async () => {
    const { id } = (await open(alice, bob.id)).channel;
    await expectRefusal(carol.call('getChannel', { params: { id } }), 'not_found');
    await expectRefusal(workspace.owner.call('getChannel', { params: { id } }), 'not_found');
    await expectRefusal(carol.call('joinChannel', { params: { id } }), 'not_found');
  });

  it('of two cannot be left, renamed, archived or joined by a third', async () => {
    const { id } = (await open(alice, bob.id)).channel;
    await expectRefusal(alice.call('leaveChannel', { params: { id } }), 'forbidden');
    await expectRefusal(alice.call('updateChannel', { params: { id }, body: { name: 'Us' } }), 'forbidden');
    await expectRefusal(alice.call('archiveChannel', { params: { id } }), 'forbidden');
    await expectRefusal(alice.call('addChannelMember', { params: { id }, body: { userId: carol.id } }), 'forbidden');
    await expectRefusal(alice.call('removeChannelMember', { params: { id, userId: bob.id } }), 'forbidden');
  });

  it('of several goes on without who left, and opening it again starts another', async () => {
    const { id } = (await open(alice, bob.id, dora.id)).channel;
    expect(await bob.call('updateChannel', { params: { id }, body: { name: 'Trip' } })).toMatchObject({ name: 'Trip' });
    await dora.call('leaveChannel', { params: { id } });
    expect(await alice.call('getChannel', { params: { id } })).toMatchObject({ memberIds: [alice.id, bob.id].toSorted(), memberCount: 2 });
    expect(typesOf(await eventsOf(alice, streamId('channel', id)))).toEqual(['channel.updated', 'channel.member_left']);
    const again = (await open(dora, alice.id, bob.id)).channel;
    expect(again.id).not.toBe(id);
    expect(again.memberIds).toHaveLength(3);
  });
});
