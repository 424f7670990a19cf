import type { Message } from '@parvis/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, NetworkFailure } from '../api-problem.ts';
import { ManualClock, settled } from '../live/fixtures/manual-clock.ts';
import { MemoryOutboxStorage, type OutboxEntry } from './outbox-storage.ts';
import { Outbox } from './outbox.ts';

interface Sent {
  entry: OutboxEntry;
  answer: (message: Message) => void;
  refuse: (error: unknown) => void;
}

let clock: ManualClock;
let storage: MemoryOutboxStorage;
let sent: Sent[];
let acknowledged: string[];
let outbox: Outbox;

const messageOf = ({ clientId, channelId, text }: OutboxEntry) => ({ id: `m-${clientId}`, clientId, channelId, text }) as Message;
const texts = () => sent.map(({ entry }) => entry.text);
const waiting = () => outbox.entries.map(({ text }) => text);

const create = () =>
  new Outbox({
    storage,
    clock,
    send: (entry) => new Promise((answer, refuse) => sent.push({ entry, answer, refuse })),
    onAcknowledged: (message) => acknowledged.push(message.text),
  });

beforeEach(async () => {
  clock = new ManualClock();
  storage = new MemoryOutboxStorage();
  sent = [];
  acknowledged = [];
  outbox = create();
  await outbox.start();
});

async function answer(at: number): Promise<void> {
  sent[at]!.answer(messageOf(sent[at]!.entry));
  await settled();
}

async function fail(at: number, error: unknown): Promise<void> {
  sent[at]!.refuse(error);
  await settled();
}

describe('an outbox', () => {
  it('sends one at a time per channel, in order', async () => {
    await outbox.enqueue('a', '1');
    await outbox.enqueue('a', '2');
    await outbox.enqueue('b', 'other');
    expect(texts()).toEqual(['1', 'other']);
    await answer(0);
    expect(texts()).toEqual(['1', 'other', '2']);
    await answer(2);
    expect(acknowledged).toEqual(['1', '2']);
    expect(waiting()).toEqual(['other']);
  });

  it.each([
    ['no answer', new NetworkFailure('lost')],
    ['a server that fails', new ApiProblem({ code: 'internal', status: 500 })],
    ['a server that wants less', new ApiProblem({ code: 'too_many_requests', status: 429 })],
  ])('repeats after %s with the same client id, and nothing overtakes', async (_name, error) => {
    await outbox.enqueue('a', '1');
    await outbox.enqueue('a', '2');
    await fail(0, error);
    expect(texts()).toEqual(['1']);
    await clock.advance(1_000);
    expect(texts()).toEqual(['1', '1']);
    expect(sent[1]!.entry.clientId).toBe(sent[0]!.entry.clientId);
    await answer(1);
    expect(texts()).toEqual(['1', '1', '2']);
  });

  it('waits as long as the server asked', async () => {
    await outbox.enqueue('a', '1');
    await fail(0, new ApiProblem({ code: 'too_many_requests', status: 429 }, 20));
    await clock.advance(19_000);
    expect(sent).toHaveLength(1);
    await clock.advance(2_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps a refused one for a person, and goes on with the next', async () => {
    await outbox.enqueue('a', '1');
    await outbox.enqueue('a', '2');
    await fail(0, new ApiProblem({ code: 'channel_archived', status: 409 }));
    expect(outbox.entries[0]).toMatchObject({ text: '1', failed: 'channel_archived' });
    expect(texts()).toEqual(['1', '2']);
    await answer(1);
    await outbox.retry(outbox.entries[0]!.clientId);
    expect(texts()).toEqual(['1', '2', '1']);
    await fail(2, new ApiProblem({ code: 'channel_archived', status: 409 }));
    await outbox.discard(outbox.entries[0]!.clientId);
    expect(waiting()).toEqual([]);
  });

  it('is one row, whether the answer or the push comes first', async () => {
    const clientId = await outbox.enqueue('a', '1');
    await outbox.enqueue('a', '2');
    outbox.observe(messageOf(outbox.entries[0]!));
    await settled();
    expect(waiting()).toEqual(['2']);
    expect(texts()).toEqual(['1', '2']);
    await answer(0);
    outbox.observe({ ...messageOf(sent[0]!.entry), clientId });
    await answer(1);
    expect(waiting()).toEqual([]);
    expect(acknowledged).toEqual(['1', '2']);
  });

  it('does not repeat one whose answer was lost but which was pushed', async () => {
    await outbox.enqueue('a', '1');
    outbox.observe(messageOf(sent[0]!.entry));
    await fail(0, new NetworkFailure('lost'));
    await clock.advance(60_000);
    expect(sent).toHaveLength(1);
    expect(await storage.all()).toEqual([]);
  });

  it('stops when the session is over and goes on after the next start', async () => {
    await outbox.enqueue('a', '1');
    await fail(0, new ApiProblem({ code: 'unauthenticated', status: 401 }));
    await clock.advance(60_000);
    expect(sent).toHaveLength(1);
    await outbox.start();
    expect(sent).toHaveLength(2);
  });

  it('sends what an earlier run left, in its order', async () => {
    outbox.stop();
    await outbox.enqueue('a', '1');
    await outbox.enqueue('a', '2');
    outbox = create();
    await outbox.start();
    await answer(0);
    expect(texts()).toEqual(['1', '2']);
  });

  it('does not wait when the network is back', async () => {
    await outbox.enqueue('a', '1');
    await fail(0, new NetworkFailure('lost'));
    outbox.wake();
    expect(sent).toHaveLength(2);
  });
});
