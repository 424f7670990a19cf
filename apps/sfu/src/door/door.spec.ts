import { SFU_PROTOCOL_VERSION } from '@parvis/sfu-protocol';
import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { TestPeer } from '../testing/test-peer.ts';

let host: TestHost;

async function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(url, { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
  socket.on('error', () => undefined).terminate();
  return response.statusCode;
}

describe('the door of a media host', () => {
  beforeEach(async () => {
    // Its program is never there: what stands at the door is tested without workers.
    host = await startTestHost({ PARVIS_SFU_WORKER_BIN: '/nowhere/mediasoup-worker' });
  });

  it('tells everybody that it runs, and nothing else', async () => {
    const origin = `http://127.0.0.1:${host.port}`;
    const health = await fetch(`${origin}/health`);
    expect([health.status, await health.json()]).toEqual([200, { state: 'preparing' }]);
    for (const path of ['/', '/sfu', '/health/', '/recordings/x/y']) expect((await fetch(origin + path)).status, path).toBeGreaterThanOrEqual(400);
  });

  it.each([[{}], [{ authorization: 'Bearer wrong' }], [{ authorization: 'a secret for the tests only' }], [{ authorization: 'Bearer ' }]])('refuses who does not bear the secret: %j', async (headers: Record<string, string>) => {
    expect(await statusOf(host.url, headers)).toBe(401);
  });

  it('has no other path', async () => {
    expect(await statusOf(host.url.replace('/sfu', '/other'), { authorization: `Bearer ${host.secret}` })).toBe(404);
  });

  it('says that there are no workers yet, and why', async () => {
    const server = await host.connect();
    expect(await server.call('getStatus', {})).toMatchObject({ protocol: SFU_PROTOCOL_VERSION, state: 'preparing', detail: 'waiting for /nowhere/mediasoup-worker', workers: 0 });
    await expect(server.call('attachPeer', { roomId: randomUUID(), epoch: 1, peerId: randomUUID(), sources: [] })).rejects.toThrow('not_ready');
  });

  it.each([
    ['no JSON', 'hello'], ['no request', '{"id":"1","method":"getStatus"}'], ['a field too many', '{"id":1,"method":"getStatus","params":{},"as":"root"}'], ['a list', '[]'], ['binary', Buffer.from([1, 2, 3])],
  ])('closes to a frame that is %s', async (_what, frame) => {
    const server = await host.connect();
    server.socket.send(frame);
    const [code] = (await once(server.socket, 'close')) as [number];
    expect(code).toBe(1008);
  });

  it('closes to a frame that is too large', async () => {
    const server = await host.connect();
    server.socket.send('x'.repeat(600 * 1024));
    const [code] = (await once(server.socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  it.each([
    ['launch', {}, 'unknown_method'], ['constructor', {}, 'unknown_method'], ['toString', {}, 'unknown_method'],
    ['getStatus', { of: 'all' }, 'invalid_request'], ['closeRoom', { roomId: '../etc' }, 'invalid_request'], ['attachPeer', null, 'invalid_request'],
    ['attachPeer', { roomId: randomUUID(), epoch: 1, peerId: randomUUID(), sources: ['desktop'] }, 'invalid_request'],
  ])('refuses %s %j', async (method, params, code) => {
    const server = await host.connect();
    await expect(server.callRaw(method, params)).rejects.toThrow(code);
    expect(await server.call('getStatus', {})).toHaveProperty('instanceId');
  });

  it('answers a flood call by call', async () => {
    const server = await host.connect();
    const answers = await Promise.all(Array.from({ length: 5_000 }, () => server.call('getStatus', {})));
    expect(new Set(answers.map((answer) => answer.instanceId))).toEqual(new Set([host.host.instanceId]));
  });
});

it.skipIf(!(await sfuWorker()))('keeps everybody else\'s meeting while somebody breaks the protocol', async () => {
  host = await startTestHost();
  await host.ready();
  const [server, hostile] = [await host.connect(), await host.connect()];
  const roomId = randomUUID();
  const [ann, ben] = [await new TestPeer(host, server, roomId).join(), await new TestPeer(host, server, roomId).join()];
  const microphone = await ann.send('microphone');
  const heard = await ben.receive(microphone);
  for (let index = 0; index < 1_000; index++) hostile.socket.send(JSON.stringify({ id: index, method: 'consume', params: { ...ben.ids, producerIds: ['x'], rtpCapabilities: { codecs: [{}] } } }));
  hostile.socket.send('}{');
  await once(hostile.socket, 'close');
  await microphone.emitUntil(() => heard.packets.length > 3);
  expect(await server.call('getStatus', {})).toMatchObject({ state: 'ready', rooms: 1 });
});
