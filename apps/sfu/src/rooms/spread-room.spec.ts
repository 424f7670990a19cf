import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { TestPeer } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';

describe.skipIf(!(await sfuWorker()))('a room that is too large for one worker', () => {
  let host: TestHost;
  let server: TestServer;
  let roomId: string;
  beforeEach(async () => {
    host = await startTestHost({ PARVIS_SFU_WORKERS: '2', PARVIS_SFU_WORKER_CONSUMERS: '1' });
    await host.ready();
    server = await host.connect();
    while ((await server.call('getStatus', {})).workers < 2) await server.event((event) => event.type === 'status' && event.status.workers === 2);
    roomId = randomUUID();
  });
  const join = (): Promise<TestPeer> => new TestPeer(host, server, roomId).join();
  const workerOf = (peer: TestPeer): unknown => peer.inside.transportOf('receive')!.site.worker;

  it('is carried by two, as one to its people', async () => {
    const [ann, ben] = [await join(), await join()];
    const [microphone, camera] = [await ann.send('microphone'), await ann.send('camera')];
    const byBen = await ben.receive(microphone);
    expect(workerOf(ben)).toBe(workerOf(ann));
    const cleo = await join();
    expect(workerOf(cleo)).not.toBe(workerOf(ann));
    const [heard, again, seen] = [await cleo.receive(microphone), await cleo.receive(microphone), await cleo.receive(camera)];
    expect(again.id).toBe(heard.id);
    await server.call('updateConsumers', { ...cleo.ids, changes: [{ consumerId: seen.id, paused: false }] });
    await microphone.emitUntil(() => heard.packets.length > 0 && byBen.packets.length > 0);
    await camera.emitUntil(() => seen.packets.length > 0);
    const ofCleo = await cleo.send('microphone');
    const byAnn = await ann.receive(ofCleo);
    await ofCleo.emitUntil(() => byAnn.packets.length > 0);
  });

  it('forwards nothing of a paused track across workers, and ends it there', async () => {
    const [ann, ben] = [await join(), await join()];
    const microphone = await ann.send('microphone');
    await ben.receive(microphone);
    const cleo = await join();
    const heard = await cleo.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
    await server.call('muteSources', { ...ann.ids, sources: ['microphone'] });
    await heard.consumer.getStats();
    heard.packets.length = 0;
    await microphone.emitTimes(50);
    await heard.consumer.getStats();
    expect(heard.packets).toEqual([]);
    await server.call('removePeer', ann.ids);
    await server.event((event) => event.type === 'peer' && event.peerId === cleo.id && event.event.type === 'consumer_closed');
  });

  it('is lost as a whole when one of its workers dies', async () => {
    const [ann, ben] = [await join(), await join()];
    await ben.receive(await ann.send('microphone'));
    const cleo = await join();
    process.kill(cleo.inside.transportOf('receive')!.site.worker.worker.pid, 'SIGKILL');
    expect(await server.event((event) => event.type === 'room_lost')).toMatchObject({ roomId });
    await expect(server.call('createTransport', { ...ann.ids, direction: 'send' })).rejects.toThrow('not_found');
  });
});
