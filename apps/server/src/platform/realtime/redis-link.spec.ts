import type { ParvisSocket } from '@parvis/client-sdk';
import { hasRedis, startRedis, startTestServer, type TestAccount, type TestRedis, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closed, nextEvent, openSocket } from '../../fixtures/sockets.ts';

describe.skipIf(!hasRedis)('of two processes with Redis between them', () => {
  let redis: TestRedis;
  let server: TestServer;
  let owner: TestAccount;
  let channelId: string;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startTestServer({ processes: 2, env: { REDIS_URL: redis.url } });
    owner = await server.setUp();
    channelId = (await owner.api.call('listChannels')).channels[0]!.channel.id;
  });
  afterAll(async () => {
    await server?.stop();
    if (!redisGone) await redis?.stop();
  });
  let redisGone = false;

  const say = (text: string) => owner.api.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
  const hears = (socket: ParvisSocket) => nextEvent(socket, (event) => event.type === 'message.created');

  it('one that stops closes its own sockets and leaves those of the other alone', async () => {
    const [staying, leaving] = [await openSocket(server.urls[0]!, owner.token), await openSocket(server.urls[1]!, owner.token)];
    const heard = Promise.all([hears(staying), hears(leaving)]);
    await say('to both');
    await heard;
    const gone = closed(leaving);
    await server.processes[1]!.kill('SIGTERM');
    await gone;
    const again = hears(staying);
    await say('to who is left');
    await again;
    expect(staying.connected).toBe(true);
    staying.disconnect();
    await server.processes[1]!.start();
  });

  it('both live on when Redis is gone, and keep what is sent, and stop when told to', async () => {
    const socket = await openSocket(server.urls[0]!, owner.token);
    await redis.stop();
    redisGone = true;
    const heard = hears(socket);
    const { id } = await say('without Redis');
    expect(await heard).toMatchObject({ payload: { message: { id } } });
    for (const url of server.urls) expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    expect(await owner.api.call('getMessage', { params: { channelId, messageId: id } })).toMatchObject({ text: 'without Redis' });
    socket.disconnect();
    await Promise.all(server.processes.map((process) => process.kill('SIGTERM')));
  });
});
