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

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, stranger] = await Promise.all(['Alice', 'Bob', 'Sam'].map((name) => workspace.person(name))) as [Person, Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: bob.id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = await newChannel();
});

const newChannel = async () =>
  (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
const send = (text: string) => alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const at = ({ id }: Pick<Message, 'id'>, channel = channelId) => ({ params: { channelId: channel, messageId: id } });
const pins = (person: Person, query: { cursor?: string; limit?: number } = {}) => person.call('listPins', { params: { channelId }, query });

describe('pinning', () => {
  it('says by whom and when, in the channel and in its list; again changes nothing', async () => {
    const message = await send('the address');
    const pinned = await bob.call('pinMessage', at(message));
    expect(pinned).toMatchObject({ id: message.id, seq: message.seq, version: message.seq + 1, editedAt: null, pin: { userId: bob.id } });
    const events = async () => (await eventsOf(alice, streamId('channel', channelId))) ?? [];
    expect((await events()).at(-1)).toMatchObject({ seq: pinned.version, type: 'message.updated', payload: { message: pinned } });
    expect(await alice.call('pinMessage', at(message))).toEqual(pinned);
    expect((await pins(alice)).messages).toEqual([pinned]);

    const unpinned = await alice.call('unpinMessage', at(message));
    expect(unpinned).not.toHaveProperty('pin');
    expect(await bob.call('unpinMessage', at(message))).toEqual(unpinned);
    expect((await pins(alice)).messages).toEqual([]);
    expect((await events()).filter(({ type }) => type === 'message.updated')).toHaveLength(2);
  });

  it('lists the last pinned first, page by page', async () => {
    const messages = [await send('one'), await send('two'), await send('three')];
    for (const message of messages.toReversed()) await alice.call('pinMessage', at(message));
    const first = await pins(bob, { limit: 2 });
    const second = await pins(bob, { limit: 2, cursor: first.next! });
    expect([...first.messages, ...second.messages].map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(second.next).toBeNull();
    await expectRefusal(pins(bob, { cursor: 'bm9wZQ' }), 'invalid_cursor');
  });

  it('ends with the message', async () => {
    const message = await send('gone soon');
    await alice.call('pinMessage', at(message));
    expect(await alice.call('deleteMessage', at(message))).not.toHaveProperty('pin');
    expect((await pins(alice)).messages).toEqual([]);
    await expectRefusal(bob.call('pinMessage', at(message)), 'message_deleted');
  });

  it('is for who writes there', async () => {
    const message = await send('rules');
    await expectRefusal(stranger.call('pinMessage', at(message)), 'not_found');
    await expectRefusal(pins(stranger), 'not_found');
    await expectRefusal(alice.call('pinMessage', at(message, await newChannel())), 'not_found');
    await alice.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
    await expectRefusal(bob.call('pinMessage', at(message)), 'forbidden');
    expect(await alice.call('pinMessage', at(message))).toHaveProperty('pin');
    await expectRefusal(bob.call('unpinMessage', at(message)), 'forbidden');
    await alice.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(alice.call('unpinMessage', at(message)), 'channel_archived');
    expect((await pins(bob)).messages).toHaveLength(1);
  });

  it('has an end', async () => {
    const message = await send('one too many');
    await workspace.query(
      `INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at, pinned_at, pinned_by)
       SELECT gen_random_uuid(), $1, $2, 'pinned', 1000 + n, 1000 + n, now(), now(), $2 FROM generate_series(1, $3) n`,
      [channelId, alice.id, LIMITS.pinsPerChannel],
    );
    await expectRefusal(alice.call('pinMessage', at(message)), 'too_many');
  });
});
