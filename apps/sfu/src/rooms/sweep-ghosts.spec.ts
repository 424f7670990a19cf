import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startTestHost } from '../testing/start-test-host.ts';
import { TestPeer } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';
import { sweepGhosts } from './sweep-ghosts.ts';

const begun = async () => {
  const host = await startTestHost();
  await host.ready();
  const [staying, going] = [await host.connect(), await host.connect()];
  const roomId = randomUUID();
  const join = (server: TestServer): Promise<TestPeer> => new TestPeer(host, server, roomId).join();
  const [ann, ben] = [await join(staying), await join(going)];
  const leave = async (): Promise<void> => {
    going.socket.terminate();
    while (ben.inside.unattachedSince === null) await new Promise((resolve) => setImmediate(resolve));
  };
  return { host: host.host, staying, ann, ben, leave, gone: () => staying.events.filter((event) => event.type === 'peer_gone') };
};

it.skipIf(!(await sfuWorker()))('drops who nobody speaks for and whose media is gone, after 15 s', async () => {
  const { host, staying, ann, ben, leave, gone } = await begun();
  sweepGhosts(host, performance.now() + 3_600_000);
  await leave();
  sweepGhosts(host, performance.now() + 14_000);
  await staying.call('getStatus', {});
  expect(gone()).toEqual([]);
  const { roomId, epoch, peerId } = ben.ids;
  sweepGhosts(host, performance.now() + 15_001);
  expect(await staying.event((event) => event.type === 'peer_gone')).toEqual({ type: 'peer_gone', roomId, epoch, peerId });
  expect(ann.inside.closed).toBe(false);
});

it.skipIf(!(await sfuWorker()))('keeps who is still heard for the time that a server takes to come back, and no longer', async () => {
  const { host, ben, leave, staying } = await begun();
  ben.inside.silentSince = null;
  await leave();
  sweepGhosts(host, performance.now() + 299_000);
  expect(ben.inside.closed).toBe(false);
  sweepGhosts(host, performance.now() + 300_001);
  await staying.event((event) => event.type === 'peer_gone');
});

it.skipIf(!(await sfuWorker()))('spares who is spoken for again', async () => {
  const { host, staying, ben, leave } = await begun();
  await leave();
  await staying.call('attachPeer', { ...ben.ids, sources: [] });
  sweepGhosts(host, performance.now() + 3_600_000);
  expect(ben.inside.closed).toBe(false);
});

it.skipIf(!(await sfuWorker()))('drops whose device is connected no more, though the server is; not whom another server speaks for', async () => {
  const { host, staying, ann, ben, gone } = await begun();
  await staying.call('detachPeer', ann.ids);
  await staying.call('detachPeer', ben.ids);
  sweepGhosts(host, performance.now() + 15_001);
  await staying.event((event) => event.type === 'peer_gone');
  expect(gone()).toEqual([{ type: 'peer_gone', ...ann.ids }]);
  expect(ben.inside.closed).toBe(false);
});
