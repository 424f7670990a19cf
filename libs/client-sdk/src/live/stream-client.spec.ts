import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, NetworkFailure } from '../api-problem.ts';
import { applySnapshot } from '../state/apply-snapshot.ts';
import { CHANNELS, ME, OTHER, type Step } from '../state/fixtures/model-workspace.ts';
import { typingPlace } from './ephemera.ts';
import { FakeServer, FakeSocket } from './fixtures/fake-server.ts';
import { ManualClock, settled } from './fixtures/manual-clock.ts';
import { StreamClient } from './stream-client.ts';

const [channelId] = CHANNELS;
const send: Step = { do: 'send', channel: 0, mine: false, mention: false };

let clock: ManualClock;
let socket: FakeSocket;
let server: FakeServer;
let client: StreamClient;

beforeEach(() => {
  clock = new ManualClock();
  socket = new FakeSocket();
  server = new FakeServer();
  client = new StreamClient({ api: server.api, socket: socket.asSocket, clock });
});

async function online(): Promise<void> {
  client.start();
  socket.greet();
  await clock.advance(200);
}

const unread = () => client.state!.channels[channelId]!.unreadCount;
const push = (at: number) => {
  socket.push('event', server.log.at(at));
};

describe('a stream client', () => {
  it('has the workspace before the socket is there, and is online once both are', async () => {
    client.start();
    await settled();
    expect(client.state!.me.id).toBe(ME);
    expect(client.status).toBe('connecting');
    socket.greet();
    await settled();
    expect(client.status).toBe('online');
  });

  it('applies what was pushed before the first snapshot came', async () => {
    client.start();
    server.model.apply(send);
    push(0);
    await settled();
    expect(unread()).toBe(1);
  });

  it('fetches a gap once it does not close by itself', async () => {
    await online();
    for (let count = 0; count < 3; count += 1) server.model.apply(send);
    const before = server.requests.length;
    push(2);
    expect(unread()).toBe(0);
    await clock.advance(100);
    expect(server.requests).toHaveLength(before);
    await clock.advance(100);
    expect(unread()).toBe(3);
    expect(server.requests).toHaveLength(before + 1);
    expect(server.requests.at(-1)).toEqual({ [`user:${ME}`]: 0, [`channel:${channelId}`]: 0 });
  });

  it('asks nothing when a late event closes the gap', async () => {
    await online();
    server.model.apply(send);
    server.model.apply(send);
    const before = server.requests.length;
    push(1);
    push(0);
    await clock.advance(1_000);
    expect(unread()).toBe(2);
    expect(server.requests).toHaveLength(before);
  });

  it('fetches page after page until nothing is missing', async () => {
    await online();
    server.pageSize = 2;
    for (let count = 0; count < 7; count += 1) server.model.apply(send);
    client.resynchronise();
    await clock.advance(200);
    expect(unread()).toBe(7);
  });

  it('catches up after a lost connection, with growing pauses between tries', async () => {
    await online();
    socket.lose();
    expect(client.status).toBe('reconnecting');
    server.model.apply(send);
    expect(socket.connects).toBe(1);
    await clock.advance(500);
    expect(socket.connects).toBe(2);
    socket.refuse(new Error('still down'));
    await clock.advance(500);
    expect(socket.connects).toBe(2);
    await clock.advance(500);
    expect(socket.connects).toBe(3);
    socket.greet();
    await settled();
    expect(client.status).toBe('online');
    expect(unread()).toBe(1);
  });

  it('tries at once when woken', async () => {
    await online();
    socket.lose();
    client.wake();
    expect(socket.connects).toBe(2);
  });

  it('begins anew when woken while it connects, and leaves a connection alone', async () => {
    client.start();
    client.wake();
    expect(socket.connects).toBe(2);
    socket.greet();
    client.wake();
    await clock.advance(60_000);
    expect(socket.connects).toBe(2);
    expect(client.status).toBe('online');
  });

  it('repeats a failed catch-up', async () => {
    await online();
    server.model.apply(send);
    server.failures.push(new NetworkFailure('lost'), new ApiProblem({ code: 'unavailable', status: 503 }));
    client.resynchronise();
    await clock.advance(5_000);
    expect(unread()).toBe(1);
  });

  it.each([['client_outdated', 'outdated'], ['unauthenticated', 'signed-out']] as const)('ends on %s, from the socket or an answer', async (code, status) => {
    await online();
    socket.refuse(Object.assign(new Error(code), { data: { code } }));
    expect(client.status).toBe(status);
    client.start();
    server.failures.push(new ApiProblem({ code, status: 400 }));
    client.resynchronise();
    await settled();
    expect(client.status).toBe(status);
    await clock.advance(60_000);
    expect(socket.connects).toBe(2);
  });

  it('asks for counts that it cannot know', async () => {
    await online();
    for (let count = 0; count < 101; count += 1) server.model.apply(send);
    server.model.apply({ do: 'delete', channel: 0, message: 0, mention: false });
    client.resynchronise();
    await clock.advance(1_000);
    expect(client.state!.channels[channelId]).toMatchObject({ unreadCount: 100, uncertain: false });
  });

  it('asks for what is unread in a thread when it cannot know it', async () => {
    await online();
    server.model.apply({ do: 'send', channel: 0, mine: true, mention: false });
    const reply: Step = { do: 'reply', channel: 0, message: 0, mine: false, mention: false, alsoInChannel: false };
    for (let count = 0; count < 101; count += 1) server.model.apply(reply);
    server.model.apply({ do: 'delete', channel: 0, message: 1, mention: false });
    client.resynchronise();
    await clock.advance(1_000);
    expect(Object.values(client.state!.threads)).toMatchObject([{ unreadCount: 100, uncertain: false }]);
    expect(unread()).toBe(0);
  });

  it('drops a channel that is not mine any more', async () => {
    await online();
    server.model.apply({ do: 'leave', channel: 0 });
    push(-1);
    expect(client.state!.channels[channelId]).toBeUndefined();
  });

  it('catches up with a channel that it was brought into while it was away', async () => {
    server.model.apply({ do: 'leave', channel: 0 });
    await online();
    socket.lose();
    server.model.apply({ do: 'join', channel: 0 });
    server.model.apply(send);
    await clock.advance(1_000);
    socket.greet();
    await clock.advance(1_000);
    expect(unread()).toBe(1);
  });

  it('catches up with a channel whose joining waited for an earlier event', async () => {
    server.model.apply({ do: 'leave', channel: 0 });
    await online();
    server.model.apply({ do: 'leave', channel: 1 });
    server.model.apply({ do: 'join', channel: 0 });
    server.model.apply(send);
    push(-2);
    push(-3);
    await clock.advance(1_000);
    expect(unread()).toBe(1);
  });

  it('goes on from a state of an earlier run', async () => {
    const cached = applySnapshot(null, server.model.snapshot());
    server.model.apply(send);
    client = new StreamClient({ api: server.api, socket: socket.asSocket, clock, cached });
    expect(unread()).toBe(0);
    await online();
    expect(unread()).toBe(1);
    expect(server.requests.every((cursors) => `user:${ME}` in cursors)).toBe(true);
  });

  it('looks for lost pushes now and then', async () => {
    await online();
    server.model.apply(send);
    await clock.advance(7 * 60_000);
    expect(unread()).toBe(1);
  });

  it('forgets that somebody types after 6 s, and when their message comes', async () => {
    await online();
    const typing = () => Object.keys(client.ephemera.typing[channelId] ?? {});
    socket.push('typing', { channelId, userId: OTHER, active: true });
    await clock.advance(5_000);
    expect(typing()).toEqual([OTHER]);
    await clock.advance(1_500);
    expect(typing()).toEqual([]);
    socket.push('typing', { channelId, userId: OTHER, active: true });
    server.model.apply(send);
    push(-1);
    expect(typing()).toEqual([]);
  });

  it('knows who types in a thread apart from its channel and from threads of others', async () => {
    await online();
    const typing = (place: string) => Object.keys(client.ephemera.typing[place] ?? {});
    socket.push('typing', { channelId, threadId: 'thread', userId: OTHER, active: true });
    expect([typing(channelId), typing(typingPlace(channelId, 'thread')), typing(typingPlace(CHANNELS[1], 'thread'))]).toEqual([[], [OTHER], []]);
    await clock.advance(6_500);
    expect(client.ephemera.typing).toEqual({});
    client.type(channelId, true, 'thread');
    client.type(channelId, true);
    expect(socket.emitted.filter(({ type }) => type === 'typing').map(({ message }) => message)).toEqual([{ channelId, threadId: 'thread', active: true }, { channelId, active: true }]);
  });

  it('asks for presence again on every connection', async () => {
    await online();
    client.watchPresence([OTHER]);
    socket.lose();
    await clock.advance(1_000);
    socket.greet();
    expect(socket.emitted.filter(({ type }) => type === 'watch_presence')).toHaveLength(2);
  });

  it('tells once it is connected that somebody began to type', async () => {
    client.start();
    client.type(channelId, true, 'thread');
    expect(socket.emitted).toEqual([]);
    socket.greet();
    await clock.advance(200);
    expect(socket.emitted.filter(({ type }) => type === 'typing').map(({ message }) => message)).toEqual([{ channelId, threadId: 'thread', active: true }]);
  });

  it('shows what is held over whatever comes, until that is released', async () => {
    await online();
    const muted = () => client.state!.channels[channelId]!.membership.muted;
    const mute = (on: boolean) => client.hold('mute', (state) => {
      const entry = state.channels[channelId]!;
      return { ...state, channels: { ...state.channels, [channelId]: { ...entry, membership: { ...entry.membership, muted: on } } } };
    });
    const seen: boolean[] = [];
    client.subscribe(() => seen.push(muted()));
    const first = mute(true);
    server.model.apply(send);
    push(-1);
    expect([unread(), muted(), client.confirmed!.channels[channelId]!.membership.muted]).toEqual([1, true, false]);
    const second = mute(false);
    first();
    expect(muted()).toBe(false);
    const third = mute(true);
    second();
    expect(muted()).toBe(true);
    third();
    expect(muted()).toBe(false);
    expect(seen).toEqual([true, true, false, true, false]);
  });
});
