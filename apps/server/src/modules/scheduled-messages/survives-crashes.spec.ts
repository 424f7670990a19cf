import { startTestServer, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server?.stop());

it('sends what was due while the server was killed, and reminds, once each', async () => {
  const { api } = await server.setUp();
  const { team } = await api.call('createTeam', { body: { name: 'Studio' } });
  const { channel } = await api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'launch' } });
  const call = { params: { channelId: channel.id } };
  const saved = await api.call('createSaved', { body: { text: 'Bread', remindAt: new Date(Date.now() + 6_000).toISOString() } });
  const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
  const sendAt = new Date(Date.now() + 6_000).toISOString();
  await Promise.all(texts.map((text) => api.call('createScheduledMessage', { body: { clientId: randomUUID(), channelId: channel.id, text, sendAt } })));
  // In the middle of sending, as far as it gets, several times.
  for (let crash = 0; crash < 3; crash += 1) {
    await vi.waitUntil(() => Date.now() > Date.parse(sendAt) + crash * 100, { timeout: 20_000, interval: 10 });
    await server.kill9();
    await server.start();
  }
  const all = async () => (await api.call('listMessages', { ...call, query: { limit: 200 } })).messages.map(({ text }) => text).sort();
  await vi.waitUntil(async () => (await all()).length >= texts.length, { timeout: 60_000, interval: 200 });
  expect(await all()).toEqual([...texts].sort());
  const snapshot = async () => (await api.call('sync', { body: { cursors: {} } })).snapshot!;
  await vi.waitUntil(async () => (await snapshot()).saved.find(({ id }) => id === saved.id)?.remindedAt != null, { timeout: 60_000, interval: 200 });
  expect((await snapshot()).scheduled).toEqual([]);
  const own = `user:${(await snapshot()).me.id}`;
  const { streams } = await api.call('sync', { body: { cursors: { [own]: 0 } } });
  const answer = streams[own]!;
  const reminded = 'events' in answer ? answer.events.filter(({ type, payload }) => type === 'saved.updated' && (payload as { item: { remindedAt: string | null } }).item.remindedAt !== null) : [];
  expect(reminded).toHaveLength(1);
}, 180_000);
