import 'fake-indexeddb/auto';
import { Outbox } from '@parvis/client-sdk';
import type { Message } from '@parvis/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LocalDatabase } from './database.ts';
import { KeptOutbox } from './kept-outbox.ts';

let database: LocalDatabase;
let storage: KeptOutbox;

beforeEach(() => {
  database = new LocalDatabase(crypto.randomUUID());
  storage = new KeptOutbox(database);
});

afterEach(() => database.delete());

const outboxOn = (send: (text: string) => Promise<void>, kept = storage) =>
  new Outbox({
    storage: kept,
    send: async ({ channelId, clientId, text }) => {
      await send(text);
      return { channelId, clientId, text } as Message;
    },
    onAcknowledged: () => undefined,
  });
const offline = (kept = storage) => outboxOn(() => Promise.reject(new Error('no network')), kept);

it('sends after a reload what was written before it, in order, once', async () => {
  const before = offline();
  await before.start();
  for (const text of ['1', '2', '3']) await before.enqueue('channel', text);
  before.stop();
  const sent: string[] = [];
  const after = outboxOn(async (text) => {
    sent.push(text);
  });
  await after.start();
  await vi.waitFor(async () => {
    expect(await storage.all()).toEqual([]);
  }, { timeout: 20_000 });
  expect(sent).toEqual(['1', '2', '3']);
});

it('lets the tab that sends hear of what another tab wrote', async () => {
  const sent: string[] = [];
  const sender = outboxOn(async (text) => {
    sent.push(text);
  });
  await sender.start();
  const watching = new AbortController();
  storage.watch(() => void sender.load(), watching.signal);
  const writer = offline(new KeptOutbox(database));
  await writer.enqueue('channel', 'from the other tab');
  await vi.waitFor(() => {
    expect(sent).toEqual(['from the other tab']);
  }, { timeout: 20_000 });
  watching.abort();
});

it('puts a refused one that is tried again at the end', async () => {
  await storage.add({ clientId: 'a', channelId: 'channel', text: '1', createdAt: '', failed: null });
  await storage.add({ clientId: 'b', channelId: 'channel', text: '2', createdAt: '', failed: null });
  await storage.fail('a', 'channel_archived');
  const outbox = offline();
  await outbox.load();
  await outbox.retry('a');
  expect((await storage.all()).map(({ text, failed }) => [text, failed])).toEqual([['2', null], ['1', null]]);
});
