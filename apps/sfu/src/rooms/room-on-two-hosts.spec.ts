import type { MediaSource } from '@parvis/contracts';
import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { TestPeer, type TestTrack } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';

describe.skipIf(!(await sfuWorker()))('a room on two hosts', () => {
  const hosts = [] as unknown as [TestHost, TestHost];
  const servers = [] as unknown as [TestServer, TestServer];
  let roomId: string;
  let room: { roomId: string; epoch: number };
  let ann: TestPeer;
  /** The same person at both: at home they could send, at the annex they receive. */
  let [atHome, atAnnex] = [] as unknown as [TestPeer, TestPeer];

  beforeEach(async () => {
    for (const index of [0, 1] as const) {
      hosts[index] = await startTestHost();
      await hosts[index].ready();
      servers[index] = await hosts[index].connect();
    }
    roomId = randomUUID();
    room = { roomId, epoch: 1 };
    ann = await new TestPeer(hosts[0], servers[0], roomId).join();
    atHome = await new TestPeer(hosts[0], servers[0], roomId).join();
    atAnnex = await new TestPeer(hosts[1], servers[1], roomId).join([]);
    await servers[0].call('placeReceiver', { ...atHome.ids, at: annex() });
  });
  const instanceOf = (index: 0 | 1): string => hosts[index].host.instanceId;
  const annex = () => ({ url: hosts[1].url, instance: instanceOf(1) });

  async function join(): Promise<void> {
    const offer = await servers[0].call('openPipe', { ...room, to: instanceOf(1) });
    const answer = await servers[1].call('answerPipe', { ...room, from: instanceOf(0), offer });
    await servers[0].call('connectPipe', { ...room, to: instanceOf(1), id: offer.id, answer });
  }
  async function bring(...sent: TestTrack[]): Promise<void> {
    const { tracks } = await servers[0].call('sendTracks', { ...room, to: instanceOf(1), producerIds: [...sent.map(({ id }) => id), 'gone'] });
    await servers[1].call('takeTracks', { ...room, from: instanceOf(0), tracks });
  }
  const piped = (source: MediaSource) => ann.inside.sent.get(source)!;

  it('brings what is sent at its home to who receives at its annex, encrypted, and only what is wanted there', async () => {
    const [microphone, camera, screen] = [await ann.send('microphone'), await ann.send('camera', { layers: 3 }), await ann.send('screen')];
    await join();
    await join();
    await bring(microphone, camera);
    await bring(microphone, camera);
    const [heard, seen] = [await atAnnex.receive(microphone), await atAnnex.receive(camera)];
    await servers[1].call('updateConsumers', { ...atAnnex.ids, changes: [{ consumerId: seen.id, paused: false, spatialLayer: 0 }] });
    await microphone.emitUntil(() => heard.packets.length > 3);
    await camera.emitUntil(() => seen.packets.length > 0);
    const { consumers } = await servers[1].call('consume', { ...atAnnex.ids, producerIds: [screen.id], rtpCapabilities: atAnnex.inside.room.home.router.rtpCapabilities as never });
    expect(consumers).toEqual([]);
    expect([...hosts[1].host.rooms.require(roomId, 1).tracks.values()].map(({ source, peer }) => ({ source, of: peer.id }))).toEqual([{ source: 'microphone', of: ann.id }, { source: 'camera', of: ann.id }]);
    const [pipe] = [...hosts[0].host.rooms.require(roomId, 1).annexes.keys()];
    expect((await (await hosts[0].host.rooms.require(roomId, 1).pipes.require(pipe!)).transport.dump()).srtpParameters).toBeDefined();
    expect(piped('camera').wholeTakers).toBe(1);
    expect(piped('screen').wholeTakers).toBe(0);
  });

  it('forwards nothing there of what is muted, and goes on when it is not any more', async () => {
    const microphone = await ann.send('microphone');
    await join();
    await bring(microphone);
    const heard = await atAnnex.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
    await servers[0].call('muteSources', { ...ann.ids, sources: ['microphone'] });
    // Goes by the same way after all that was under way.
    const other = await ann.send('screen_audio');
    await bring(other);
    const probe = await atAnnex.receive(other);
    await other.emitUntil(() => probe.packets.length > 3);
    heard.packets.length = 0;
    await microphone.emitTimes(50);
    probe.packets.length = 0;
    await other.emitUntil(() => probe.packets.length > 3);
    expect(heard.packets).toEqual([]);
    await servers[0].call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'resume' });
    await microphone.emitUntil(() => heard.packets.length > 0);
  });

  it('says which track ended, and ends it at the annex', async () => {
    const microphone = await ann.send('microphone');
    await join();
    await bring(microphone);
    const { id: consumerId } = await atAnnex.receive(microphone);
    await servers[0].call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'close' });
    expect(await servers[0].event((event) => event.type === 'track_ended')).toEqual({ type: 'track_ended', ...room, to: instanceOf(1), producerId: microphone.id });
    await servers[1].call('endTracks', { ...room, producerIds: [microphone.id, 'gone'] });
    await servers[1].event((event) => event.type === 'peer' && event.peerId === atAnnex.id && event.event.type === 'consumer_closed' && event.event.consumerId === consumerId);
    expect(hosts[1].host.rooms.require(roomId, 1).tracks.size).toBe(0);
  });

  it('gives the pipe up with the last who receives there, and makes another one for the next', async () => {
    const microphone = await ann.send('microphone');
    await join();
    await bring(microphone);
    await servers[0].call('removePeer', atHome.ids);
    expect(await servers[0].event((event) => event.type === 'receiver_left')).toEqual({ type: 'receiver_left', ...room, peerId: atHome.id, at: annex() });
    await expect(bring(microphone)).rejects.toThrow('not_found');
    expect(piped('microphone').wholeTakers).toBe(0);
    await servers[0].call('placeReceiver', { ...ann.ids, at: annex() });
    await join();
    await bring(microphone);
    const heard = await atAnnex.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
  });

  it('finds a new way after the annex lost its end', async () => {
    const microphone = await ann.send('microphone');
    await join();
    await bring(microphone);
    await servers[1].call('closeRoom', { roomId });
    const again = await new TestPeer(hosts[1], servers[1], roomId).join([]);
    await expect(bring(microphone)).rejects.toThrow('not_found');
    await expect(join()).rejects.toThrow('not_found');
    await join();
    await bring(microphone);
    const heard = await again.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
  });

  it('takes no nonsense for an end of a pipe', async () => {
    const offer = await servers[0].call('openPipe', { ...room, to: instanceOf(1) });
    await expect(servers[1].call('answerPipe', { ...room, from: instanceOf(0), offer: { ...offer, srtpParameters: { cryptoSuite: 'none' } } })).rejects.toThrow('invalid_request');
    await servers[1].call('answerPipe', { ...room, from: instanceOf(0), offer });
    await expect(servers[1].callRaw('answerPipe', { ...room, from: instanceOf(0), offer: { ...offer, address: 'example.org' } })).rejects.toThrow('invalid_request');
    await expect(servers[0].call('connectPipe', { ...room, to: instanceOf(1), id: 'another', answer: offer })).rejects.toThrow('not_found');
    await expect(servers[1].call('takeTracks', { ...room, from: randomUUID(), tracks: [] })).rejects.toThrow('not_found');
    await expect(servers[0].call('openPipe', { ...room, epoch: 0, to: instanceOf(1) })).rejects.toThrow('stale_epoch');
  });
});
