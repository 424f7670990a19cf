import { type Message, streamId, type ThreadSummary } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let carol: Person;
let teamId: string;
let channelId: string;
let root: Message;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, carol] = await Promise.all(['Alice', 'Bob', 'Carol'].map((name) => workspace.person(name))) as [Person, Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const person of [bob, carol]) await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: person.id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id, carol.id] } })).channel.id;
  root = await say(alice, 'What is for lunch?');
});

type Extra = Partial<{ threadId: string; alsoInChannel: boolean; quotedMessageId: string; clientId: string }>;
const say = (person: Person, text: string, extra: Extra = {}) =>
  person.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text, ...extra } });
const reply = (person: Person, text = 'Soup', extra: Extra = {}) => say(person, text, { threadId: root.id, ...extra });
const mention = (person: Person) => `[@X](mention:user/${person.id})`;
const at = (message: { id: string }) => ({ channelId, messageId: message.id });
const now = (message: { id: string }, person = alice) => person.call('getMessage', { params: at(message) });
const followed = async (person: Person): Promise<ThreadSummary | undefined> => {
  const { snapshot } = await person.call('sync', { body: { cursors: {} } });
  return snapshot?.threads.find(({ threadId }) => threadId === root.id);
};
const channelOf = async (person: Person) => (await person.call('listChannels')).channels.find(({ channel }) => channel.id === channelId);
const threadEvents = async (person: Person) =>
  (await eventsOf(person, streamId('user', person.id)))?.filter((event) => event.type.startsWith('thread.') && JSON.stringify(event.payload).includes(root.id));
const lastEvent = async () => (await eventsOf(alice, streamId('channel', channelId)))?.at(-1);
const read = (person: Person, seq: number) => person.call('moveThreadReadCursor', { params: at(root), body: { seq } });
const replies = (person: Person, query: Parameters<Person['call']>[1] extends infer _ ? Record<string, unknown> : never = {}) =>
  person.call('listReplies', { params: at(root), query });

describe('replying', () => {
  it('tells the channel with what the thread’s first message says now', async () => {
    const first = await reply(bob);
    const second = await reply(carol, 'Bread', { alsoInChannel: true });
    expect(first).toMatchObject({ threadId: root.id });
    expect(first).not.toHaveProperty('alsoInChannel');
    const thread = { replyCount: 2, lastReplyAt: second.createdAt, userIds: [carol.id, bob.id] };
    expect(await lastEvent()).toMatchObject({ type: 'message.created', payload: { message: second, root: { id: root.id, seq: root.seq, thread } } });
    expect(await now(root)).toMatchObject({ thread, version: second.seq });
  });

  it('is not shown in the channel unless it says so, or replies are asked for', async () => {
    const beside = await reply(bob);
    const both = await reply(bob, 'Look here', { alsoInChannel: true });
    const list = async (query = {}) => (await alice.call('listMessages', { params: { channelId }, query })).messages.map(({ id }) => id);
    expect(await list()).toEqual([root.id, both.id]);
    expect(await list({ replies: 'include' })).toEqual([root.id, beside.id, both.id]);
    expect(await channelOf(carol)).toMatchObject({ unreadCount: 2, mentionCount: 0 });
    expect((await channelOf(carol))?.lastMessageAt).toBe(both.createdAt);
  });

  it('is refused to a reply, to what is deleted, and to what is not in the channel', async () => {
    const first = await reply(bob);
    await expectRefusal(say(bob, 'x', { threadId: first.id }), 'thread_invalid');
    await expectRefusal(say(bob, 'x', { threadId: randomUUID() }), 'thread_invalid');
    const elsewhere = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID() } })).channel.id;
    await expectRefusal(alice.call('sendMessage', { params: { channelId: elsewhere }, body: { clientId: randomUUID(), text: 'x', threadId: root.id } }), 'thread_invalid');
    await alice.call('deleteMessage', { params: at(root) });
    await expectRefusal(reply(bob), 'thread_invalid');
    expect((await replies(bob)).messages).toHaveLength(1);
  });

  it('under a client id that was used for the channel is refused', async () => {
    const clientId = randomUUID();
    await say(bob, 'Soup', { clientId });
    await expectRefusal(reply(bob, 'Soup', { clientId }), 'client_id_reused');
  });

  it('counts no more once deleted, in who replied neither', async () => {
    const first = await reply(bob);
    const second = await reply(carol);
    await bob.call('deleteMessage', { params: at(first) });
    const thread = { replyCount: 1, lastReplyAt: second.createdAt, userIds: [carol.id] };
    expect(await lastEvent()).toMatchObject({ type: 'message.deleted', payload: { root: { id: root.id, thread } } });
    await carol.call('deleteMessage', { params: at(second) });
    expect((await lastEvent())?.payload).toMatchObject({ root: { id: root.id } });
    expect(await now(root)).not.toHaveProperty('thread');
    const log = await eventsOf(alice, streamId('channel', channelId));
    expect(JSON.stringify(log)).not.toContain('Soup');
    expect(log?.filter(({ type }) => type === 'message.created').map(({ payload }) => 'root' in payload)).toEqual([false, true, true]);
  });
});

describe('who follows a thread', () => {
  it('is who replies, who began it, and who is mentioned in it; told once, not at every reply', async () => {
    await reply(bob);
    const second = await reply(bob, `And ${mention(carol)}?`);
    await reply(bob);
    expect(await followed(bob)).toMatchObject({ unreadCount: 0 });
    expect(await followed(alice)).toMatchObject({ channelId, unreadCount: 3, mentionCount: 0 });
    expect(await followed(carol)).toMatchObject({ unreadCount: 2, mentionCount: 1, readSeq: second.seq - 1 });
    expect(await channelOf(carol)).toMatchObject({ unreadCount: 1, mentionCount: 0 });
    for (const person of [alice, bob, carol]) expect(await threadEvents(person)).toHaveLength(1);
    expect((await threadEvents(carol))?.[0]?.payload).toEqual({ thread: { threadId: root.id, channelId, readSeq: 2, unreadCount: 1, mentionCount: 1, onlyHereCount: 1, lastReplySeq: 3, head: 3 } });
  });

  it('knows which mentions the conversation counts too', async () => {
    await reply(bob, mention(carol));
    await reply(bob, `Also there ${mention(carol)}`, { alsoInChannel: true });
    await reply(bob, 'Soup', { alsoInChannel: true });
    expect(await followed(carol)).toMatchObject({ unreadCount: 3, mentionCount: 2, onlyHereCount: 1 });
    expect(await channelOf(carol)).toMatchObject({ mentionCount: 1 });
  });

  it('is not who unfollowed it, until they are mentioned again', async () => {
    await reply(bob);
    await alice.call('unfollowThread', { params: at(root) });
    await alice.call('unfollowThread', { params: at(root) });
    await reply(bob);
    await reply(alice, 'My own');
    expect(await followed(alice)).toBeUndefined();
    expect((await threadEvents(alice))?.map(({ type }) => type)).toEqual(['thread.updated', 'thread.unfollowed']);
    await reply(bob, `${mention(alice)}!`);
    expect(await followed(alice)).toMatchObject({ unreadCount: 1, mentionCount: 1 });
  });

  it('is whom an edit mentions anew, once', async () => {
    const first = await reply(bob);
    await bob.call('editMessage', { params: at(first), body: { text: `Soup ${mention(carol)}` } });
    await bob.call('editMessage', { params: at(first), body: { text: `Soup, ${mention(carol)}` } });
    expect(await followed(carol)).toMatchObject({ unreadCount: 1, mentionCount: 1 });
    expect(await threadEvents(carol)).toHaveLength(1);
  });

  it('is nobody who has left the channel', async () => {
    await reply(bob);
    await reply(carol);
    await bob.call('leaveChannel', { params: { id: channelId } });
    expect(await followed(bob)).toBeUndefined();
    await carol.call('joinChannel', { params: { id: channelId } }).catch(() => undefined);
    await alice.call('removeChannelMember', { params: { id: channelId, userId: carol.id } });
    expect(await followed(carol)).toBeUndefined();
    await expectRefusal(replies(carol), 'not_found');
    await reply(alice, `${mention(carol)} are you there?`);
    expect(await followed(carol)).toBeUndefined();
  });

  it('is who wants to, from then on', async () => {
    await reply(bob);
    const summary = await carol.call('followThread', { params: at(root) });
    expect(summary).toMatchObject({ unreadCount: 0, readSeq: 2 });
    expect(await carol.call('followThread', { params: at(root) })).toEqual(summary);
    await reply(bob);
    expect(await followed(carol)).toMatchObject({ unreadCount: 1 });
    expect(await threadEvents(carol)).toHaveLength(1);
  });
});

describe('reading a thread', () => {
  it('is apart from reading its channel', async () => {
    await reply(bob);
    const { head } = (await channelOf(alice))!;
    await alice.call('moveReadCursor', { params: { id: channelId }, body: { seq: head } });
    expect(await followed(alice)).toMatchObject({ unreadCount: 1 });
    await read(alice, head);
    await read(alice, head);
    expect(await followed(alice)).toMatchObject({ unreadCount: 0, readSeq: head });
    expect(await threadEvents(alice)).toHaveLength(2);
    await read(alice, 1);
    expect(await followed(alice)).toMatchObject({ readSeq: head });
  });

  it('goes with its channel for who has replies among the messages', async () => {
    await reply(bob);
    await alice.call('updatePreferences', { body: { threads: 'inline' } });
    await alice.call('moveReadCursor', { params: { id: channelId }, body: { seq: 2 } });
    expect(await followed(alice)).toMatchObject({ unreadCount: 0, readSeq: 2 });
    expect((await threadEvents(alice))?.at(-1)?.payload).toMatchObject({ thread: { unreadCount: 0 } });
    await alice.call('updatePreferences', { body: { threads: 'beside' } });
  });

  it('can be undone from a reply on', async () => {
    await reply(bob);
    const second = await reply(bob);
    await read(alice, second.seq);
    await alice.call('markThreadUnread', { params: at(root), body: { replyId: second.id } });
    expect(await followed(alice)).toMatchObject({ unreadCount: 1, readSeq: second.seq - 1 });
    await expectRefusal(alice.call('markThreadUnread', { params: at(root), body: { replyId: root.id } }), 'not_found');
  });

  it('counts replies of others exactly up to 100, and without those deleted', async () => {
    const first = await reply(bob);
    await workspace.query(
      `INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at, thread_id)
       SELECT gen_random_uuid(), $1, $2, 'x', n, n, now(), $3 FROM generate_series(3, 150) n`,
      [channelId, bob.id, root.id],
    );
    await workspace.query('UPDATE message SET last_reply_seq = 150 WHERE id = $1', [root.id]);
    await workspace.query('UPDATE stream SET head = 150 WHERE id = $1', [streamId('channel', channelId)]);
    expect(await followed(alice)).toMatchObject({ unreadCount: 100, lastReplySeq: 150, head: 150 });
    await read(alice, 149);
    expect(await followed(alice)).toMatchObject({ unreadCount: 1 });
    await bob.call('deleteMessage', { params: at(first) });
    expect(await followed(alice)).toMatchObject({ unreadCount: 1 });
  });
});

describe('listing', () => {
  it('pages through the replies from both ends, around one, and around my unread line', async () => {
    const sent: Message[] = [];
    for (let n = 0; n < 5; n += 1) sent.push(await reply(bob, `r${n}`));
    const texts = (page: { messages: Message[] }) => page.messages.map(({ text }) => text);
    const first = await replies(alice, { limit: 2 });
    expect(first).toMatchObject({ root: { id: root.id, thread: { replyCount: 5 } }, summary: { unreadCount: 5 }, before: null, head: 6 });
    expect(texts(first)).toEqual(['r0', 'r1']);
    expect(texts(await replies(alice, { limit: 2, after: first.after! }))).toEqual(['r2', 'r3']);
    expect(texts(await replies(alice, { limit: 2, around: 'end' }))).toEqual(['r3', 'r4']);
    expect(texts(await replies(alice, { limit: 3, around: sent[2]!.id }))).toEqual(['r1', 'r2', 'r3']);
    await read(alice, sent[3]!.seq);
    expect(texts(await replies(alice, { limit: 2, around: 'unread' }))).toEqual(['r3', 'r4']);
    expect(await replies(carol)).toMatchObject({ summary: null });
    await expectRefusal(alice.call('listReplies', { params: at(sent[0]!), query: {} }), 'thread_invalid');
    await expectRefusal(replies(alice, { around: root.id }), 'not_found');
  });

  it('shows followed threads by their last reply; unread are as many as the badge counts', async () => {
    const other = await say(alice, 'Another');
    await say(bob, 'Answer', { threadId: other.id });
    await reply(bob);
    const list = async (query = {}) => {
      const { threads } = await alice.call('listThreads', { query });
      return threads.filter(({ summary }) => summary.channelId === channelId).map(({ root: { id } }) => id);
    };
    const unread = async () => (await alice.call('sync', { body: { cursors: {} } })).snapshot!.threads.filter(({ unreadCount }) => unreadCount > 0).length;
    expect(await list()).toEqual([root.id, other.id]);
    const { next } = await alice.call('listThreads', { query: { limit: 1 } });
    expect(next).not.toBeNull();
    expect((await alice.call('listThreads', { query: { limit: 1, cursor: next! } })).threads[0]?.root.id).toBe(other.id);
    await read(alice, 100);
    expect(await list({ filter: 'unread' })).toEqual([other.id]);
    expect((await alice.call('listThreads', { query: { filter: 'unread', limit: 200 } })).threads).toHaveLength(await unread());
    await alice.call('markThreadsRead');
    expect(await unread()).toBe(0);
    expect((await alice.call('listThreads', { query: { filter: 'unread' } })).threads).toEqual([]);
    await expectRefusal(alice.call('listThreads', { query: { cursor: 'x' } }), 'invalid_cursor');
  });
});

describe('a quote', () => {
  it('shows what the other message says now, and nothing once it is deleted', async () => {
    const answer = await say(bob, 'Yes', { quotedMessageId: root.id });
    expect(answer.quote).toEqual({ messageId: root.id, authorId: alice.id, text: 'What is for lunch?' });
    await alice.call('editMessage', { params: at(root), body: { text: 'What is for **dinner**?' } });
    expect((await now(answer)).quote?.text).toBe('What is for dinner?');
    await alice.call('deleteMessage', { params: at(root) });
    expect((await now(answer)).quote).toEqual({ messageId: root.id, authorId: alice.id, text: '' });
    expect(JSON.stringify(await eventsOf(bob, streamId('channel', channelId)))).not.toContain('lunch');
  });

  it('is of the same channel', async () => {
    await expectRefusal(say(bob, 'Yes', { quotedMessageId: randomUUID() }), 'not_found');
  });
});
