import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

const BURST = 30;
let server: AccountServer;
let owner: string;
let member: string;
let channelId: string;
beforeAll(async () => {
  // So slow that no token comes back while the test runs.
  server = await startAccountServer({ PARVIS_WRITES_BURST: String(BURST), PARVIS_WRITES_PER_SECOND: '0.001' });
  owner = await server.setUp();
  const bob = await server.invite(owner, 'bob@acme.test');
  member = bob.token;
  const { id } = (await server.call('listTeams', { token: owner })).body.teams[0].team;
  await server.call('addTeamMember', { token: owner, params: { id }, body: { userId: bob.id } });
  channelId = (await server.call('listChannels', { token: member })).body.channels[0].channel.id;
});
afterAll(() => server?.stop());

const send = (token: string) => server.call('sendMessage', { token, params: { channelId }, body: { clientId: randomUUID(), text: 'Hello' } });

it('lets a person write a burst, then asks them to wait, and nobody else', async () => {
  for (let count = 0; count < BURST; count += 1) expect((await send(member)).status).toBe(201);
  const refused = await send(member);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  const read = { token: member, params: { id: channelId }, body: { seq: 1 } };
  expect((await server.call('moveReadCursor', read)).status).toBe(429);
  expect((await send(owner)).status).toBe(201);
});

it('goes on answering what they read', async () => {
  expect((await send(member)).status).toBe(429);
  expect((await server.call('listMessages', { token: member, params: { channelId } })).status).toBe(200);
  expect((await server.call('sync', { token: member, body: { cursors: {} } })).status).toBe(200);
});

it('counts nothing when the admin turned it off', async () => {
  const free = await startAccountServer({ PARVIS_WRITES_BURST: '1', PARVIS_WRITES_PER_SECOND: '0' });
  const token = await free.setUp();
  const id = (await free.call('listChannels', { token })).body.channels[0].channel.id;
  for (let count = 0; count < 3; count += 1) {
    expect((await free.call('sendMessage', { token, params: { channelId: id }, body: { clientId: randomUUID(), text: 'Hello' } })).status).toBe(201);
  }
  await free.stop();
});
