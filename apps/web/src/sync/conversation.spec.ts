import { ApiProblem, NetworkFailure } from '@parvis/client-sdk';
import { describe, expect, it, vi } from 'vitest';
import { Conversation } from './conversation.ts';
import { CHANNEL, FakeClient, ME, message, stateWith, windowOf } from './fixtures/fake-client.ts';

/** Of a machine that does much else; nothing waits for as long without a cause. */
const PATIENCE = { timeout: 20_000, interval: 5 };

function opened(place: Parameters<typeof stateWith>[0] = {}) {
  const client = new FakeClient(stateWith(place));
  const conversation = new Conversation(client.asClient, client.outbox, CHANNEL);
  client.subscribe(() => {
    conversation.refresh();
  });
  return { client, conversation };
}

const page = (seqs: number[], edges: { before?: string | null; after?: string | null } = {}) =>
  Promise.resolve({ messages: seqs.map((seq) => message(seq)), before: null, after: null, head: 10, ...edges });
const ready = (conversation: Conversation) => vi.waitFor(() => {
  expect(conversation.snapshot.status).toBe('ready');
}, PATIENCE);
const settled = () => new Promise((resolve) => {
  setTimeout(resolve, 0);
});

describe('a conversation', () => {
  it('opens at the latest when all is read, at the unread line otherwise', async () => {
    const read = opened();
    read.conversation.enter(undefined);
    await ready(read.conversation);
    expect(read.client.calls[0]!.input.query).toEqual({});
    expect(read.conversation.snapshot.unreadLine).toBeNull();

    const unread = opened({ readSeq: 3, unreadCount: 2 });
    unread.conversation.enter(undefined);
    await ready(unread.conversation);
    expect(unread.client.calls[0]!.input.query).toEqual({ around: 'unread' });
    expect(unread.conversation.snapshot.unreadLine).toBe(3);
  });

  it('asks once for what was foreseen, also when it is entered before the answer', async () => {
    const { client, conversation } = opened({ readSeq: 3, unreadCount: 2 });
    const asked = conversation.preload();
    conversation.enter(undefined);
    await asked;
    await ready(conversation);
    expect(client.calls).toHaveLength(1);
    expect(conversation.snapshot.unreadLine).toBe(3);
    await conversation.preload();
    expect(client.calls).toHaveLength(1);
  });

  it('keeps the unread line where it was until it is left', async () => {
    const { client, conversation } = opened({ readSeq: 3, unreadCount: 2 });
    const leave = conversation.enter(undefined);
    await ready(conversation);
    client.update((state) => ({ ...state, channels: stateWith({ readSeq: 9 }).channels }));
    expect(conversation.snapshot.unreadLine).toBe(3);
    leave();
    expect(conversation.snapshot.unreadLine).toBeNull();
  });

  it('holds the read cursor after a mark as unread, from here or elsewhere, until it is left', async () => {
    const { client, conversation } = opened({ readSeq: 9 });
    const leave = conversation.enter(undefined);
    await ready(conversation);
    client.update((state) => ({ ...state, channels: stateWith({ readSeq: 4, markedUnread: true, unreadCount: 1 }).channels }));
    expect(conversation.held).toBe(true);
    expect(conversation.snapshot.unreadLine).toBe(4);
    leave();
    expect(conversation.held).toBe(false);
    conversation.enter(undefined);
    expect(conversation.held).toBe(false);
  });

  it('shows a message of mine once, whether its push or its answer came', async () => {
    const { client, conversation } = opened();
    conversation.enter(undefined);
    await ready(conversation);
    const clientId = await client.outbox.enqueue(CHANNEL, 'mine');
    conversation.refresh();
    expect(conversation.snapshot.pending.map(({ text }) => text)).toEqual(['mine']);
    client.update((state) => ({ ...state, windows: { [CHANNEL]: windowOf([message(11, ME, clientId)]) } }));
    expect(conversation.snapshot.pending).toEqual([]);
    expect(conversation.snapshot.messages).toHaveLength(1);
  });

  it('gives the same snapshot until something changes', async () => {
    const { client, conversation } = opened();
    conversation.enter(undefined);
    await ready(conversation);
    const { snapshot } = conversation;
    client.update((state) => ({ ...state, users: {} }));
    expect(conversation.snapshot).toBe(snapshot);
  });

  it('grows at both ends', async () => {
    const { client, conversation } = opened();
    client.handle = () => page([5, 6], { before: 'older', after: 'newer' });
    conversation.enter(undefined);
    await ready(conversation);
    client.handle = (_operation, { query }) => (query!['before'] === 'older' ? page([3, 4]) : page([7, 8]));
    await conversation.snapshot.loadOlder();
    await conversation.snapshot.loadNewer();
    expect(conversation.snapshot.messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(conversation.snapshot).toMatchObject({ hasOlder: false, hasNewer: false, loadingOlder: false, loadingNewer: false });
  });

  it('says why it could not open, and tries again once the network is back', async () => {
    const { client, conversation } = opened();
    client.handle = () => Promise.reject(new NetworkFailure('lost'));
    client.status = 'reconnecting';
    conversation.enter(undefined);
    await vi.waitFor(() => {
      expect(conversation.snapshot).toMatchObject({ status: 'failed', error: 'network' });
    }, PATIENCE);
    client.handle = () => page([1]);
    client.status = 'online';
    client.update((state) => ({ ...state }));
    await ready(conversation);
  });

  it('does not repeat by itself what the server refused', async () => {
    const { client, conversation } = opened();
    client.handle = () => Promise.reject(new ApiProblem({ code: 'internal', status: 500 }));
    conversation.enter(undefined);
    await vi.waitFor(() => {
      expect(conversation.snapshot.error).toBe('internal');
    }, PATIENCE);
    const { length } = client.calls;
    client.update((state) => ({ ...state }));
    await settled();
    expect(client.calls).toHaveLength(length);
  });

  it('falls back to the latest when a permalink leads nowhere', async () => {
    const { client, conversation } = opened();
    client.handle = (_operation, { query }) => (query!['around'] === undefined ? page([1]) : Promise.reject(new ApiProblem({ code: 'not_found', status: 404 })));
    conversation.enter('gone');
    await ready(conversation);
    expect(await conversation.snapshot.jumpToMessage('gone')).toBe(false);
    expect(await conversation.snapshot.jumpToMessage('m1')).toBe(true);
  });

  it('reads its messages again after a hole in what happened', async () => {
    const { client, conversation } = opened();
    client.handle = () => page([1]);
    conversation.enter(undefined);
    await ready(conversation);
    client.handle = () => page([1, 2]);
    client.update((state) => ({ ...state, windows: { [CHANNEL]: { ...state.windows[CHANNEL]!, stale: true } } }));
    await vi.waitFor(() => {
      expect(conversation.snapshot.messages.map(({ seq }) => seq)).toEqual([1, 2]);
    }, PATIENCE);
  });
});

describe('a thread', () => {
  const THREAD = 'm1';
  const reply = (seq: number, authorId?: string, clientId?: string) => ({ ...message(seq, authorId, clientId ?? null), threadId: THREAD });
  const thread = (seqs: number[]) => windowOf(seqs.map((seq) => reply(seq)), { scope: { channelId: CHANNEL, threadId: THREAD, replies: 'include' }, root: message(1) });
  const followed = (readSeq: number, unreadCount: number) => ({
    [THREAD]: { threadId: THREAD, channelId: CHANNEL, readSeq, unreadCount, mentionCount: 0, onlyHereCount: 0, lastReplySeq: 9, countedTo: 10, uncertain: false },
  });

  function openedThread(readSeq = 9, unreadCount = 0) {
    const client = new FakeClient({ ...stateWith(), threads: followed(readSeq, unreadCount) });
    client.handle = () => Promise.resolve({ root: message(1), messages: [reply(2)], before: null, after: null, head: 10 });
    const conversation = new Conversation(client.asClient, client.outbox, CHANNEL, THREAD);
    client.subscribe(() => {
      conversation.refresh();
    });
    conversation.enter(undefined);
    return { client, conversation };
  }

  it('opens at its end, or at its own unread line, with the message that it hangs from', async () => {
    const read = openedThread();
    await ready(read.conversation);
    expect(read.client.calls[0]).toMatchObject({ operation: 'listReplies', input: { query: { around: 'end' } } });
    expect(read.conversation.snapshot).toMatchObject({ root: { id: THREAD }, unreadLine: null });
    const unread = openedThread(3, 2);
    await ready(unread.conversation);
    expect(unread.client.calls[0]!.input.query).toEqual({ around: 'unread' });
    expect(unread.conversation.snapshot.unreadLine).toBe(3);
  });

  it('shows my reply once, whether its push or its answer came, and the conversation only if it is sent there too', async () => {
    const { client, conversation } = openedThread();
    await ready(conversation);
    const channel = new Conversation(client.asClient, client.outbox, CHANNEL);
    const clientId = await client.outbox.enqueue(CHANNEL, { text: 'mine', extras: { threadId: THREAD } });
    conversation.refresh();
    expect(conversation.snapshot.pending.map(({ text }) => text)).toEqual(['mine']);
    expect(channel.snapshot.pending).toEqual([]);
    await client.outbox.enqueue(CHANNEL, { text: 'for all', extras: { threadId: THREAD, alsoInChannel: true } });
    expect(channel.snapshot.pending.map(({ text }) => text)).toEqual(['for all']);
    client.update((state) => ({ ...state, windows: { [THREAD]: { ...thread([2]), messages: [reply(2), reply(11, ME, clientId)] } } }));
    expect(conversation.snapshot.pending.map(({ text }) => text)).toEqual(['for all']);
    expect(conversation.snapshot.messages).toHaveLength(2);
  });

  it('holds its read cursor after a mark as unread, which shows by the cursor going back', async () => {
    const { client, conversation } = openedThread();
    await ready(conversation);
    client.update((state) => ({ ...state, threads: followed(1, 1) }));
    expect(conversation.held).toBe(true);
    expect(conversation.snapshot.unreadLine).toBe(1);
  });
});

describe('a conversation with replies among its messages', () => {
  it('is read anew when one comes to like it so', async () => {
    const { client, conversation } = opened();
    client.handle = () => page([1]);
    conversation.enter(undefined);
    await ready(conversation);
    client.update((state) => ({ ...state, preferences: { ...state.preferences, threads: 'inline' } }));
    await vi.waitFor(() => {
      expect(client.calls.at(-1)!.input.query).toEqual({ replies: 'include' });
      expect(client.state!.windows[CHANNEL]!.scope.replies).toBe('include');
    }, PATIENCE);
  });
});
