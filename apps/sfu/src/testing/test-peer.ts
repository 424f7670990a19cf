import type { MediaSource } from '@parvis/contracts';
import type { types } from 'mediasoup';
import { randomUUID } from 'node:crypto';
import type { Direction, Peer } from '../rooms/peer.ts';
import { placeReceiver } from '../rooms/place-receiver.ts';
import { OPUS_PARAMETERS, rtpPacket, VIDEO_PARAMETERS, type VideoCodec, VP8_KEY_FRAME } from './rtp.ts';
import type { TestHost } from './start-test-host.ts';
import type { TestServer } from './test-server.ts';

export const ALL_SOURCES: MediaSource[] = ['microphone', 'camera', 'screen', 'screen_audio'];
let lastSsrc = 1_000;

/**
 * A participant that everything is asked for by a server's calls, but whose transports are direct ones:
 * Node can't speak DTLS, and what is sent and received can be seen packet by packet.
 */
export class TestPeer {
  readonly id = randomUUID();
  readonly roomId: string;
  readonly epoch: number;
  readonly server: TestServer;
  private readonly host: TestHost;

  constructor(host: TestHost, server: TestServer, roomId: string, epoch = 1) {
    this.host = host;
    this.server = server;
    this.roomId = roomId;
    this.epoch = epoch;
  }

  get ids(): { roomId: string; epoch: number; peerId: string } {
    return { roomId: this.roomId, epoch: this.epoch, peerId: this.id };
  }

  get inside(): Peer {
    return this.host.host.rooms.requirePeer(this.ids);
  }

  async join(sources: MediaSource[] = ALL_SOURCES): Promise<this> {
    await this.server.call('attachPeer', { ...this.ids, sources });
    const peer = this.inside;
    for (const direction of ['send', 'receive'] as const satisfies Direction[]) {
      const site = direction === 'send' ? peer.room.home : await placeReceiver(this.host.host, peer.room);
      const transport = (await site.router.createDirectTransport()) as unknown as types.WebRtcTransport;
      peer.transports.set(direction, { transport, site, wasConnected: false });
    }
    return this;
  }

  async send(source: MediaSource, { paused = false, layers = 1, codec = 'VP8' }: { paused?: boolean; layers?: number; codec?: VideoCodec } = {}): Promise<TestTrack> {
    const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
    const ssrcs = Array.from({ length: layers }, () => ++lastSsrc);
    const { producerId } = await this.server.call('produce', {
      ...this.ids, transportId: this.inside.transportOf('send')!.transport.id, kind, source, paused,
      rtpParameters: kind === 'audio' ? OPUS_PARAMETERS(ssrcs[0]!) : VIDEO_PARAMETERS(codec, ...ssrcs),
    });
    return new TestTrack(this.inside.sent.get(source)!.producer, producerId, kind, ssrcs[0]!);
  }

  /** Packets that reach this peer of it are counted from now on. */
  async receive(track: TestTrack): Promise<{ id: string; consumer: types.Consumer; packets: Buffer[] }> {
    const { consumers: [options] } = await this.server.call('consume', {
      ...this.ids, producerIds: [track.id], rtpCapabilities: this.inside.room.home.router.rtpCapabilities as never,
    });
    const { consumer } = this.inside.received.get(options!.id)!;
    const packets: Buffer[] = [];
    consumer.on('rtp', (packet) => packets.push(packet));
    return { id: options!.id, consumer, packets };
  }
}

export class TestTrack {
  readonly id: string;
  readonly producer: types.Producer;
  readonly ssrc: number;
  private readonly kind: 'audio' | 'video';
  /** By number. */
  readonly emittedAt: number[] = [];
  private sequence = 0;

  constructor(producer: types.Producer, id: string, kind: 'audio' | 'video', ssrc: number) {
    this.producer = producer;
    this.id = id;
    this.kind = kind;
    this.ssrc = ssrc;
  }

  /** One packet: 20 ms of sound, or a key frame's beginning. */
  emit(level?: number, timestamp?: number): void {
    const { kind, ssrc } = this;
    const sequence = ++this.sequence;
    // By its last two bytes a packet is known again.
    const payload = Buffer.concat([kind === 'audio' ? Buffer.from([0xf8, 0xff, 0xfe]) : VP8_KEY_FRAME, Buffer.from([sequence >> 8, sequence & 0xff])]);
    this.emittedAt[sequence] = performance.now();
    this.producer.send(rtpPacket({
      payloadType: kind === 'audio' ? 111 : 96, ssrc, sequence, timestamp: timestamp ?? sequence * (kind === 'audio' ? 960 : 3_000), marker: true, payload, level,
    }));
  }

  /** One that never comes. */
  lose(): void {
    this.sequence += 1;
  }

  /** Emits until something has become true: packets go by the worker, which says nothing of each. */
  async emitUntil(done: () => boolean, level?: number): Promise<void> {
    while (!done()) {
      // Syllables: what is always as loud is taken for noise.
      // Several at once: a busy machine comes by too rarely for what must be heard often.
      for (let index = 0; index < 4; index++) this.emit(level !== undefined && level < 127 && this.sequence % 16 > 10 ? 100 : level);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Emits so many, and waits until the worker has taken them all. */
  async emitTimes(count: number): Promise<void> {
    for (let index = 0; index < count; index++) this.emit();
    await this.producer.getStats();
  }
}
