import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from './testing/start-test-host.ts';
import { TestPeer } from './testing/test-peer.ts';
import type { TestServer } from './testing/test-server.ts';

describe.skipIf(!(await sfuWorker()))('a media host with real workers', () => {
  let host: TestHost;
  let server: TestServer;
  let roomId: string;
  beforeEach(async () => {
    host = await startTestHost();
    await host.ready();
    server = await host.connect();
    roomId = randomUUID();
  });
  const join = (by = server): Promise<TestPeer> => new TestPeer(host, by, roomId).join();
  const told = (peer: TestPeer, type: string): Promise<unknown> => peer.server.event((event) => (event.type === 'room' || (event.type === 'peer' && event.peerId === peer.id)) && event.event.type === type);

  it('brings the sound of one to the other', async () => {
    const [ann, ben] = [await join(), await join()];
    const microphone = await ann.send('microphone');
    const heard = await ben.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 3);
    expect(await told(ben, 'producer')).toMatchObject({ event: { producer: { producerId: microphone.id, participantId: ann.id, source: 'microphone', paused: false } } });
  });

  it('forwards nothing of what is paused, and says who paused it', async () => {
    const [ann, ben] = [await join(), await join()];
    const microphone = await ann.send('microphone');
    const heard = await ben.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
    await server.call('muteSources', { ...ann.ids, sources: ['microphone', 'screen'] });
    await heard.consumer.getStats();
    heard.packets.length = 0;
    await microphone.emitTimes(50);
    await heard.consumer.getStats();
    expect(heard.packets).toEqual([]);
    expect(server.toldTo(ben.id)).toContainEqual({ type: 'producer', producer: expect.objectContaining({ paused: true, byHost: true }) as unknown });
    await server.call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'resume' });
    await microphone.emitUntil(() => heard.packets.length > 0);
  });

  it('pauses video until it is asked for, and tells its sender what is watched', async () => {
    const [ann, ben] = [await join(), await join()];
    const camera = await ann.send('camera', { layers: 3 });
    const seen = await ben.receive(camera);
    expect(seen.consumer.paused).toBe(true);
    await server.call('updateConsumers', { ...ben.ids, changes: [{ consumerId: seen.id, spatialLayer: 1, paused: false }, { consumerId: 'gone', paused: true }] });
    expect(await told(ann, 'wanted_layers')).toMatchObject({ event: { producerId: camera.id, spatialLayer: 1 } });
    await server.call('updateConsumers', { ...ben.ids, changes: [{ consumerId: seen.id, paused: true }] });
    await server.event((event) => event.type === 'peer' && event.event.type === 'wanted_layers' && event.event.spatialLayer === -1);
  });

  it('makes the changes of one call in their order', async () => {
    const [ann, ben] = [await join(), await join()];
    const { id: consumerId, consumer } = await ben.receive(await ann.send('camera', { layers: 3 }));
    await server.call('updateConsumers', { ...ben.ids, changes: [{ consumerId, paused: false, spatialLayer: 0 }, { consumerId, paused: true }, { consumerId, paused: false, spatialLayer: 2, temporalLayer: 0, priority: 9 }] });
    expect([consumer.paused, consumer.preferredLayers, consumer.priority]).toEqual([false, { spatialLayer: 2, temporalLayer: 0 }, 9]);
    await server.call('updateConsumers', { ...ben.ids, changes: [{ consumerId, paused: true }, { consumerId, paused: false }] });
    expect(consumer.paused).toBe(false);
    await server.call('updateConsumers', { ...ben.ids, changes: [{ consumerId, close: true }, { consumerId, paused: false }] });
    expect(consumer.closed).toBe(true);
  });

  it('says how loud people are and who has the word, which silence never has, nor who is muted', async () => {
    const [ann, ben] = [await join(), await join()];
    const microphone = await ann.send('microphone');
    const heard = await ben.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 150, 127);
    expect(server.toldTo(ben.id)).not.toContainEqual(expect.objectContaining({ type: 'active_speaker' }));
    const spoke = () => server.toldTo(ben.id).some((event) => event.type === 'active_speaker');
    await microphone.emitUntil(spoke, 20);
    expect(server.toldTo(ben.id)).toContainEqual({ type: 'active_speaker', participantId: ann.id });
    await server.event((event) => event.type === 'room' && event.event.type === 'levels' && event.event.levels.some(({ participantId, volume }) => participantId === ann.id && volume > -60));
    await server.call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'pause' });
    expect(server.toldTo(ben.id)).toContainEqual({ type: 'active_speaker', participantId: null });
  });

  it('passes the word on when who has it is muted', async () => {
    const [ann, ben] = [await join(), await join()];
    const [byAnn, byBen] = [await ann.send('microphone'), await ben.send('microphone')];
    const speaker = (): string | null => ann.inside.room.ear.activeSpeakerId;
    await byAnn.emitUntil(() => speaker() === ann.id, 20);
    await server.call('muteSources', { ...ann.ids, sources: ['microphone'] });
    expect(speaker()).toBe(null);
    await byBen.emitUntil(() => speaker() === ben.id, 20);
  });

  it('lets a peer send only what it may', async () => {
    const ann = await new TestPeer(host, server, roomId).join(['microphone']);
    const ben = await join();
    await expect(ann.send('camera')).rejects.toThrow('source_not_allowed');
    const microphone = await ann.send('microphone');
    const heard = await ben.receive(microphone);
    await server.call('setSources', { ...ann.ids, sources: [] });
    expect(await told(ben, 'producer_closed')).toMatchObject({ event: { producerId: microphone.id } });
    expect(await told(ben, 'consumer_closed')).toMatchObject({ event: { consumerId: heard.id } });
    expect(await told(ann, 'sources')).toMatchObject({ event: { sources: [] } });
  });

  it('replaces a source that is sent again', async () => {
    const [ann, ben] = [await join(), await join()];
    const first = await ann.send('microphone');
    const second = await ann.send('microphone');
    expect(await told(ben, 'producer_closed')).toMatchObject({ event: { producerId: first.id } });
    const { producers } = await server.call('attachPeer', { ...ben.ids, sources: [] });
    expect(producers.map((producer) => producer.producerId)).toEqual([second.id]);
  });

  it('refuses an epoch of before and begins anew for a later one', async () => {
    const ann = await join();
    await expect(server.call('attachPeer', { ...ann.ids, epoch: 0, sources: [] })).rejects.toThrow('stale_epoch');
    await expect(server.call('createTransport', { ...ann.ids, epoch: 2, direction: 'send' })).rejects.toThrow('not_found');
    expect(await server.call('attachPeer', { ...ann.ids, epoch: 2, sources: [] })).toMatchObject({ resumed: false, producers: [] });
    expect(await told(ann, 'moved')).toMatchObject({ epoch: 1, event: { reason: 'lost' } });
    await expect(server.call('createTransport', { ...ann.ids, direction: 'send' })).rejects.toThrow('stale_epoch');
  });

  it('makes one room for those who come at once', async () => {
    const peers = await Promise.all([join(), join(), join()]);
    expect(new Set(peers.map((peer) => peer.inside.room)).size).toBe(1);
  });

  it('keeps what a peer has when another server speaks for it', async () => {
    const [ann, ben] = [await join(), await join()];
    const other = await host.connect();
    expect(await other.call('attachPeer', { ...ann.ids, sources: ['microphone'] })).toMatchObject({ resumed: true });
    await ben.send('microphone');
    await other.event((event) => event.type === 'room' && event.event.type === 'producer');
    // The one that speaks for the other still hears it, once.
    expect(server.events.filter((event) => event.type === 'room' && event.event.type === 'producer')).toHaveLength(1);
  });

  it('survives the death of its worker: says which rooms are lost, and holds them again', async () => {
    const ann = await join();
    process.kill(ann.inside.room.home.worker.worker.pid, 'SIGKILL');
    expect(await server.event((event) => event.type === 'room_lost')).toEqual({ type: 'room_lost', roomId, epoch: 1 });
    expect(await told(ann, 'moved')).toMatchObject({ event: { reason: 'lost' } });
    const [anna, ben] = [await new TestPeer(host, server, roomId, 2).join(), await new TestPeer(host, server, roomId, 2).join()];
    const microphone = await anna.send('microphone');
    const heard = await ben.receive(microphone);
    await microphone.emitUntil(() => heard.packets.length > 0);
  });

  it('tells its rooms to move when it drains, and takes no new one', async () => {
    const ann = await join();
    await server.call('drain', {});
    expect(await told(ann, 'moved')).toMatchObject({ event: { reason: 'drain' } });
    await join();
    await expect(server.call('attachPeer', { roomId: randomUUID(), epoch: 1, peerId: randomUUID(), sources: [] })).rejects.toThrow('draining');
    expect(await server.call('getStatus', {})).toMatchObject({ state: 'draining', rooms: 1 });
  });

  it('tells of a connection that breaks, and of none when a transport takes another\'s place', async () => {
    const [ann, ben] = [await join(), await join()];
    const connections = () => server.toldTo(ben.id).filter((event) => (event as { type: string }).type === 'connection');
    for (const round of [1, 2]) {
      await server.call('createTransport', { ...ann.ids, direction: 'receive' });
      // As if its media had come: there is no browser here.
      ann.inside.transportOf('receive')!.wasConnected = true;
      expect(connections(), `round ${round}`).toEqual([]);
    }
    ann.inside.transportOf('receive')!.transport.close();
    await server.call('getStatus', {});
    expect(connections()).toEqual([{ type: 'connection', participantId: ann.id, connected: false }]);
    await server.call('createTransport', { ...ann.ids, direction: 'receive' });
    expect(connections().at(-1)).toEqual({ type: 'connection', participantId: ann.id, connected: true });
  });

  it('answers a real transport\'s parameters and passes bad ones back', async () => {
    const ann = await join();
    const transport = await server.call('createTransport', { ...ann.ids, direction: 'send' });
    expect(transport.iceCandidates).toContainEqual(expect.objectContaining({ address: '127.0.0.1', protocol: 'udp' }));
    expect(transport.iceCandidates).toContainEqual(expect.objectContaining({ protocol: 'tcp' }));
    await expect(server.call('connectTransport', { ...ann.ids, transportId: transport.id, dtlsParameters: { fingerprints: [{ algorithm: 'sha-0', value: 'x' }] } })).rejects.toThrow('invalid_request');
    await expect(server.call('produce', {
      ...ann.ids, transportId: transport.id, kind: 'audio', source: 'microphone', paused: false, rtpParameters: { codecs: [{ mimeType: 'audio/none' }] },
    })).rejects.toThrow('invalid_request');
    expect(await server.call('restartIce', { ...ann.ids, transportId: transport.id })).toHaveProperty('iceParameters.usernameFragment');
    const second = await server.call('createTransport', { ...ann.ids, direction: 'send' });
    await expect(server.call('restartIce', { ...ann.ids, transportId: transport.id })).rejects.toThrow('not_found');
    expect(second.id).not.toBe(transport.id);
  });
});
