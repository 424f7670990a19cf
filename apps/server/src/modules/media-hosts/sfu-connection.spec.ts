import { type RequestFrame, SFU_PATH, SFU_PROTOCOL_VERSION, type SfuEvent } from '@parvis/sfu-protocol';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { SfuConnection } from './sfu-connection.ts';
import { sharedSecret } from './sfu-secret.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const status = (protocol = SFU_PROTOCOL_VERSION) =>
  ({ protocol, instanceId: 'first', state: 'ready', detail: null, workers: 1, rooms: 0, consumers: 0, full: false, records: false });

/** A media host that answers as it is told to; nothing: not at all. */
async function host(answer: (frame: RequestFrame) => object | null, port = 0) {
  const server = new WebSocketServer({ port, host: '127.0.0.1', path: SFU_PATH });
  await once(server, 'listening');
  const bearers: (string | undefined)[] = [];
  server.on('connection', (peer, request) => {
    bearers.push(request.headers.authorization);
    peer.on('message', (data) => {
      const frame = JSON.parse(String(data)) as RequestFrame;
      const said = answer(frame);
      if (said) peer.send(JSON.stringify({ id: frame.id, ...said }));
    });
  });
  const stop = async () => {
    for (const peer of server.clients) peer.terminate();
    await new Promise((resolve) => { server.close(resolve); });
  };
  ends.push(stop);
  return { server, bearers, stop, port: (server.address() as AddressInfo).port };
}

function connect(port: number) {
  const told: string[] = [];
  const events: SfuEvent[] = [];
  const connection = new SfuConnection(`http://127.0.0.1:${port}`, 'shared secret', {
    connected: ({ instanceId }) => { told.push(instanceId); },
    disconnected: () => { told.push('gone'); },
    event: (event) => { events.push(event); },
  });
  ends.push(() => { connection.close(); });
  connection.open();
  return { connection, told, events };
}
const greets = (frame: RequestFrame) => (frame.method === 'getStatus' ? { result: status() } : null);
const refusal = (call: Promise<unknown>) => call.then(() => null, (error: unknown) => error);

it('says who it is, and passes on answers, refusals and events', async () => {
  const { server, bearers, port } = await host((frame) =>
    greets(frame) ?? (frame.method === 'closeRoom' ? { result: {} } : { error: { code: 'stale_epoch', message: 'too late' } }));
  const { connection, told, events } = connect(port);
  await vi.waitUntil(() => told.length > 0, { timeout: 30_000 });
  expect(bearers).toEqual(['Bearer shared secret']);
  expect(await connection.call('closeRoom', { roomId: 'room' })).toEqual({});
  expect(await refusal(connection.call('removePeer', { roomId: 'room', epoch: 1, peerId: 'peer' }))).toMatchObject({ hostCode: 'stale_epoch', code: 'meetings_unavailable' });
  const event: SfuEvent = { type: 'room_lost', roomId: 'room', epoch: 1 };
  for (const peer of server.clients) peer.send(JSON.stringify({ event }));
  await vi.waitUntil(() => events.length > 0, { timeout: 30_000 });
  expect(events).toEqual([event]);
});

it('lets nobody wait for an answer that does not come, nor for a connection that broke', async () => {
  const { server, port } = await host(greets);
  const { connection, told } = connect(port);
  await vi.waitUntil(() => told.length > 0, { timeout: 30_000 });
  expect(await refusal(connection.call('closeRoom', { roomId: 'room' }, 20))).toMatchObject({ hostCode: 'unreachable' });
  const waiting = refusal(connection.call('closeRoom', { roomId: 'room' }));
  for (const peer of server.clients) peer.terminate();
  expect(await waiting).toMatchObject({ hostCode: 'unreachable', code: 'meetings_unavailable' });
});

it('comes back by itself, as often as it takes', async () => {
  const first = await host(greets);
  const { connection, told } = connect(first.port);
  await vi.waitUntil(() => told.length > 0, { timeout: 30_000 });
  await first.stop();
  await vi.waitUntil(() => told.includes('gone'), { timeout: 30_000 });
  expect(connection.status).toBe(null);
  expect(await refusal(connection.call('closeRoom', { roomId: 'room' }))).toMatchObject({ hostCode: 'unreachable' });
  await host(greets, first.port);
  await vi.waitUntil(() => told.length === 3, { timeout: 30_000 });
  expect(told).toEqual(['first', 'gone', 'first']);
});

it('does not call a media host of another protocol', async () => {
  const asked: string[] = [];
  const { port } = await host((frame) => {
    asked.push(frame.method);
    return { result: status(SFU_PROTOCOL_VERSION + 1) };
  });
  const { connection, told } = connect(port);
  await vi.waitUntil(() => asked.length > 1, { timeout: 30_000 });
  expect(connection.status).toBe(null);
  expect(told).toEqual(['gone']);
});

it('has one secret for all who share a data folder, whoever comes first, and for nobody else', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-secret-'));
  ends.push(() => rm(folder, { recursive: true }));
  const secrets = await Promise.all(Array.from({ length: 8 }, () => sharedSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]!.length).toBeGreaterThan(40);
  expect(await sharedSecret(folder)).toBe(secrets[0]);
  expect(await readdir(folder)).toEqual(['sfu-secret']);
  expect((await stat(path.join(folder, 'sfu-secret'))).mode & 0o777).toBe(0o600);
});
