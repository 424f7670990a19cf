import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);

afterAll(() => server?.stop());

it('starts with an owner and makes people', async () => {
  const owner = await server.setUp();
  expect(owner.user.role).toBe('owner');
  const alice = await server.createUser('Alice');
  expect(await alice.api.call('getMe')).toMatchObject({ name: 'Alice', role: 'member' });
});

it('starts again on the same data after a crash', async () => {
  const alice = await server.createUser('Alice');
  await server.kill9();
  await server.start();
  expect(await alice.api.call('getMe')).toEqual(alice.user);
});
