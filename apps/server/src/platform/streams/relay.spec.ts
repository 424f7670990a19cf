import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { listen, nextEvent, openSocket } from '../../fixtures/sockets.ts';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let baseUrl: string;
let channelId: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  baseUrl = await listen(server);
  channelId = (await server.call('listChannels', { token: owner })).body.channels[0].channel.id;
});
afterAll(() => server.stop());

const unsent = async () => (await server.database.query<unknown[]>('SELECT stream, seq FROM stream_outbox')).length;

it('sends what a process that died had committed but not sent, and then forgets it', async () => {
  const socket = await openSocket(baseUrl, owner);
  const { body } = await server.call('sendMessage', { token: owner, params: { channelId }, body: { clientId: randomUUID(), text: 'left behind' } });
  await vi.waitUntil(async () => (await unsent()) === 0, { timeout: 30_000 });

  const again = nextEvent(socket, (event) => event.type === 'message.created');
  await server.database.query(`INSERT INTO stream_outbox (stream, seq, at) VALUES ($1, $2, now() - interval '1 minute')`, [`channel:${channelId}`, body.seq]);
  expect(await again).toMatchObject({ stream: `channel:${channelId}`, seq: body.seq, payload: { message: { id: body.id, text: 'left behind' } } });
  await vi.waitUntil(async () => (await unsent()) === 0, { timeout: 30_000 });
  socket.disconnect();
});
