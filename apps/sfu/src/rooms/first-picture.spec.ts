import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { TestPeer, type TestTrack } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';

/** For what a busy machine does a while later. */
const PATIENCE = { timeout: 30_000, interval: 10 };

describe.skipIf(!(await sfuWorker()))('the first picture', () => {
  let host: TestHost;
  let server: TestServer;
  let roomId: string;
  beforeEach(async () => {
    host = await startTestHost();
    await host.ready();
    server = await host.connect();
    roomId = randomUUID();
  });
  const join = (): Promise<TestPeer> => new TestPeer(host, server, roomId).join();

  /** When the sender was asked for a key frame, by the worker's clock. */
  async function asked(track: TestTrack): Promise<number[]> {
    const times: number[] = [];
    await track.producer.enableTraceEvent(['pli']);
    track.producer.on('trace', ({ timestamp }) => times.push(timestamp));
    return times;
  }
  const flow = (peer: TestPeer, consumerId: string) => server.call('updateConsumers', { ...peer.ids, changes: [{ consumerId, spatialLayer: 0, paused: false }] });

  it('flows from the first moment on where that is asked for, in the smallest layer', async () => {
    const [ann, ben] = [await join(), await join()];
    const [camera, screen, microphone] = [await ann.send('camera', { layers: 3 }), await ann.send('screen'), await ann.send('microphone')];
    const rtpCapabilities = (await server.call('getRtpCapabilities', {})).rtpCapabilities as never;
    expect(rtpCapabilities).toEqual(ben.inside.room.home.router.rtpCapabilities);
    const { consumers } = await server.call('consume', { ...ben.ids, producerIds: [camera.id, screen.id, microphone.id], rtpCapabilities, flowing: true });
    expect(consumers.map(({ paused }) => paused)).toEqual([false, false, false]);
    const { consumer } = ben.inside.received.get(consumers[0]!.id)!;
    expect(consumer.preferredLayers).toMatchObject({ spatialLayer: 0 });
    await server.event((event) => event.type === 'peer' && event.peerId === ann.id && event.event.type === 'wanted_layers' && event.event.producerId === camera.id && event.event.spatialLayer === 0);
    const packets: Buffer[] = [];
    consumer.on('rtp', (packet) => packets.push(packet));
    await camera.emitUntil(() => packets.length > 0);
  });

  it('is asked for no sooner after the last one than its sender heeds it', async () => {
    const [ann, ben, cleo] = [await join(), await join(), await join()];
    const camera = await ann.send('camera', { layers: 2 });
    const [byBen, byCleo] = [await ben.receive(camera), await cleo.receive(camera)];
    await camera.emitTimes(1);
    const times = await asked(camera);
    await flow(ben, byBen.id);
    await vi.waitUntil(() => times.length === 1, PATIENCE);
    await camera.emitUntil(() => byBen.packets.length > 0);
    await flow(cleo, byCleo.id);
    await vi.waitUntil(() => times.length === 2, PATIENCE);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(300);
  });
});
