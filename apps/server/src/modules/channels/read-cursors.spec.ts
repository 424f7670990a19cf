import { type ChannelSummary, streamId } from '@parvis/contracts';
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
  [alice, bob] = await Promise.all(['Alice', 'Bob'].map((name) => workspace.person(name))) as [Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: bob.id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
});

const say = (person: Person, text = 'Hello') => person.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const read = (person: Person, seq: number) => person.call('moveReadCursor', { params: { id: channelId }, body: { seq } });
const markUnread = (person: Person, messageId: string) => person.call('markUnread', { params: { id: channelId }, body: { messageId } });
const summaryOf = async (person: Person): Promise<ChannelSummary | undefined> =>
  (await person.call('listChannels')).channels.find(({ channel }) => channel.id === channelId);
const cursorEvents = async (person: Person) =>
  (await eventsOf(person, streamId('user', person.id)))?.filter((event) => event.type === 'read_cursor.moved' && event.payload.channelId === channelId);

describe('unread counts', () => {
  it('count what others wrote after my cursor and did not delete', async () => {
    const first = await say(alice);
    await say(bob);
    const second = await say(alice);
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 2, mentionCount: 0, head: 3, lastMessageAt: second.createdAt });
    expect(await summaryOf(alice)).toMatchObject({ unreadCount: 1 });
    await alice.call('deleteMessage', { params: { channelId, messageId: first.id } });
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 1, head: 4 });
  });

  it('count mentions of me and of everybody once each', async () => {
    const me = `[@Bob](mention:user/${bob.id})`;
    await say(alice, `${me} hello`);
    await say(alice, '@channel hello');
    await say(alice, `@channel and ${me}`);
    await say(alice, `[@Alice](mention:user/${alice.id}) hello`);
    await say(bob, '@channel mine');
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 4, mentionCount: 3 });
    await read(bob, 2);
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 2, mentionCount: 1 });
  });

  it('are exact up to 100 and stop there', async () => {
    await workspace.query(
      `INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at, mentions_everyone)
       SELECT gen_random_uuid(), $1, $2, 'x', n, n, now(), true FROM generate_series(1, 250) n`,
      [channelId, alice.id],
    );
    await workspace.query(`UPDATE stream SET head = 250 WHERE id = $1`, [streamId('channel', channelId)]);
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 100, mentionCount: 100 });
    await read(bob, 151);
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 99, mentionCount: 99 });
  });
});

describe('moving the read cursor', () => {
  it('tells my other devices the exact counts', async () => {
    await say(alice);
    await say(alice, '@channel');
    await read(bob, 1);
    expect((await cursorEvents(bob))?.map(({ payload }) => payload)).toEqual([
      { channelId, readSeq: 1, markedUnread: false, unreadCount: 1, mentionCount: 1, head: 2 },
    ]);
  });

  it('never goes back, never beyond the head, and says nothing when nothing changes', async () => {
    await say(alice);
    await say(alice);
    await read(bob, 1_000);
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 2 } });
    await Promise.all([read(bob, 1), read(bob, 2), read(bob, 99), read(bob, 0)]);
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 2 }, unreadCount: 0 });
    expect(await cursorEvents(bob)).toHaveLength(1);
    await say(alice);
    expect(await summaryOf(bob)).toMatchObject({ unreadCount: 1 });
  });

  it('ends at the furthest of several devices that read at the same time', async () => {
    for (let n = 0; n < 6; n += 1) await say(alice);
    await Promise.all([3, 6, 1, 5, 2, 4].map((seq) => read(bob, seq)));
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 6 }, unreadCount: 0 });
    const seqs = (await cursorEvents(bob))?.map((event) => (event.type === 'read_cursor.moved' ? event.payload.readSeq : 0));
    expect(seqs).toEqual(seqs?.toSorted((a, b) => a - b));
  });

  it('is for members only', async () => {
    const stranger = await workspace.person('Stranger');
    await expectRefusal(read(stranger, 1), 'not_found');
    await expectRefusal(read(workspace.owner, 1), 'not_found');
  });
});

describe('marking as unread', () => {
  it('stays until I read again, also when I read no further than before', async () => {
    await say(alice);
    const second = await say(alice);
    await say(alice);
    await read(bob, 3);
    await markUnread(bob, second.id);
    await markUnread(bob, second.id);
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 1, markedUnread: true }, unreadCount: 2 });
    await read(bob, 1);
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 1, markedUnread: false }, unreadCount: 2 });
    expect((await cursorEvents(bob))?.map(({ payload }) => payload)).toEqual([
      { channelId, readSeq: 3, markedUnread: false, unreadCount: 0, mentionCount: 0, head: 3 },
      { channelId, readSeq: 1, markedUnread: true, unreadCount: 2, mentionCount: 0, head: 3 },
      { channelId, readSeq: 1, markedUnread: false, unreadCount: 2, mentionCount: 0, head: 3 },
    ]);
  });

  it('works from my own message, which counts for nothing', async () => {
    const mine = await say(bob);
    await markUnread(bob, mine.id);
    expect(await summaryOf(bob)).toMatchObject({ membership: { readSeq: 0, markedUnread: true }, unreadCount: 0 });
  });

  it('knows only messages of this channel', async () => {
    const elsewhere = await say(alice);
    channelId = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
    await expectRefusal(markUnread(bob, elsewhere.id), 'not_found');
    await expectRefusal(markUnread(bob, randomUUID()), 'not_found');
    expect(await cursorEvents(bob)).toEqual([]);
  });
});
