import type { Clock } from '@parvis/client-sdk';
import type { AttachResult, ClientMessage, ConsumerOptions, MediaSource } from '@parvis/contracts';
import type { Device, types } from 'mediasoup-client';
import { produceOptions } from './encodings.ts';
import { isLoadedFor, loadDevice } from './load-device.ts';
import type { PacedDoor } from './paced-door.ts';
import { TransportWatch } from './transport-watch.ts';
import type { MediaWay } from './types.ts';

export interface LinkHandlers {
  /** The way to the server broke for good: make another link. */
  onLost: () => void;
  /** Whether media arrives has changed. */
  onState: () => void;
}

export interface Sent {
  readonly producer: types.Producer;
  paused: boolean;
}

export interface Received {
  readonly consumer: types.Consumer;
  readonly options: ConsumerOptions;
}

/** Of W3C webrtc-stats. */
interface Arrival {
  type: string;
  framesDecoded?: number;
  packetsReceived?: number;
}

type ConsumerChange = ClientMessage<'meeting_update_consumers'>['changes'][number];
type Direction = 'send' | 'receive';

/** One stay at a media server: two transports, and what goes over them. Never mended: another takes its place. */
export class MediaLink {
  readonly epoch: number;
  readonly sent = new Map<MediaSource, Sent>();
  /** By producer. */
  readonly received = new Map<string, Received>();
  private readonly door: PacedDoor;
  private readonly device: Device;
  private readonly transports: Record<Direction, types.Transport>;
  private readonly watches: TransportWatch[];
  private closed = false;
  /** Media has had a way to the server over it. */
  wasConnected = false;
  /** Producers whose consumers came with the link, while they are made here. */
  private readonly beginning: Set<string>;
  /** All that came with the link is in `received`. */
  readonly begun: Promise<void>;

  private constructor(door: PacedDoor, device: Device, { epoch }: AttachResult, begun: readonly ConsumerOptions[], transports: Record<Direction, types.Transport>, clock: Clock, handlers: LinkHandlers) {
    this.door = door;
    this.device = device;
    this.epoch = epoch;
    this.transports = transports;
    this.watches = Object.values(transports).map((transport) => new TransportWatch(transport, clock, {
      onRestart: () => void this.restartIce(transport),
      onLost: handlers.onLost,
      onState: () => {
        this.wasConnected ||= this.isConnected;
        handlers.onState();
      },
    }));
    transports.send.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const { source, paused } = appData as { source: MediaSource; paused: boolean };
      const message = { transportId: transports.send.id, kind, source, paused, rtpParameters } as ClientMessage<'meeting_produce'>;
      door.ask('meeting_produce', message).then(({ producerId }) => {
        done({ id: producerId });
      }, failed);
    });
    for (const transport of Object.values(transports)) {
      transport.on('connect', ({ dtlsParameters }, done) => {
        // The browser looks for its way meanwhile: what the server isn't ready for yet, it says again.
        done();
        door.ask('meeting_connect_transport', { transportId: transport.id, dtlsParameters }).catch(() => {
          if (!this.closed) handlers.onLost();
        });
      });
    }
    this.beginning = new Set(begun.map(({ producerId }) => producerId));
    this.begun = this.take(begun).finally(() => {
      this.beginning.clear();
    });
    this.begun.catch(() => undefined);
  }

  static async open(door: PacedDoor, attached: AttachResult, clock: Clock, handlers: LinkHandlers): Promise<MediaLink> {
    // What was made for another router than this one is left: a second transport of a direction closes the first.
    const begun = isLoadedFor(attached.routerRtpCapabilities) || attached.link?.consumers.length === 0 ? attached.link : undefined;
    const ask = (direction: Direction) => begun?.[direction] ?? door.ask('meeting_create_transport', { direction });
    const [device, forSending, forReceiving] = await Promise.all([loadDevice(attached.routerRtpCapabilities), ask('send'), ask('receive')]);
    const all = (options: typeof forSending) => ({ ...options, iceServers: attached.iceServers }) as unknown as types.TransportOptions;
    const [receive, send] = [device.createRecvTransport(all(forReceiving)), device.createSendTransport(all(forSending))];
    return new MediaLink(door, device, attached, begun?.consumers ?? [], { send, receive }, clock, handlers);
  }

  get isWell(): boolean {
    return !this.closed && this.watches.every((watch) => watch.isWell);
  }

  get isClosed(): boolean {
    return this.closed;
  }

  get isConnected(): boolean {
    return this.watches.some((watch) => watch.isConnected);
  }

  /** Where one direction has a way, the other one's first steps are no reason to doubt it. */
  get way(): MediaWay {
    if (!this.isWell) return 'looking';
    if (this.isConnected) return 'open';
    return this.watches.some((watch) => watch.isConnecting) ? 'looking' : 'idle';
  }

  has(transportId: string): boolean {
    return Object.values(this.transports).some(({ id }) => id === transportId);
  }

  look(): void {
    for (const watch of this.watches) watch.look();
  }

  async publish(source: MediaSource, track: MediaStreamTrack, paused: boolean): Promise<void> {
    const producer = await this.transports.send.produce({
      track, stopTracks: false, disableTrackOnPause: false, appData: { source, paused }, ...produceOptions(this.device, source),
    });
    this.sent.set(source, { producer, paused });
  }

  async setPaused(source: MediaSource, paused: boolean): Promise<void> {
    const sent = this.sent.get(source);
    if (sent === undefined || sent.paused === paused) return;
    await this.door.ask('meeting_update_producer', { producerId: sent.producer.id, action: paused ? 'pause' : 'resume' });
    sent.paused = paused;
  }

  async unpublish(source: MediaSource): Promise<void> {
    const sent = this.forget(source);
    if (sent !== undefined) await this.door.ask('meeting_update_producer', { producerId: sent.producer.id, action: 'close' });
  }

  /** The server closed it. */
  forget(source: MediaSource): Sent | undefined {
    const sent = this.sent.get(source);
    this.sent.delete(source);
    sent?.producer.close();
    return sent;
  }

  /** Those of them that can be had are in `received` afterwards. */
  async consume(producerIds: string[]): Promise<void> {
    const others = producerIds.filter((id) => !this.beginning.has(id));
    await Promise.all([this.begun, others.length > 0 && this.ask(others)]);
  }

  async updateConsumers(changes: ConsumerChange[]): Promise<void> {
    await this.door.ask('meeting_update_consumers', { changes });
  }

  dropConsumer(producerId: string): void {
    this.received.get(producerId)?.consumer.close();
    this.received.delete(producerId);
  }

  /** Whether something of it is there: of a video, a whole picture. */
  async arrives(producerId: string): Promise<boolean> {
    const consumer = this.received.get(producerId)?.consumer;
    if (consumer === undefined || consumer.closed) return false;
    const reports = await consumer.getStats().then((report) => [...report.values()] as Arrival[], () => []);
    return reports.some(({ type, framesDecoded = 0, packetsReceived = 0 }) => type === 'inbound-rtp' && (consumer.kind === 'video' ? framesDecoded : packetsReceived) > 0);
  }

  async statistics(): Promise<unknown[]> {
    const reports = await Promise.all(Object.values(this.transports).map((transport) => transport.getStats()));
    return reports.flatMap((report) => [...report.values()] as unknown[]);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const watch of this.watches) watch.stop();
    for (const transport of Object.values(this.transports)) transport.close();
    this.sent.clear();
    this.received.clear();
  }

  private async ask(producerIds: string[]): Promise<void> {
    const rtpCapabilities = this.device.recvRtpCapabilities as ClientMessage<'meeting_consume'>['rtpCapabilities'];
    const { consumers } = await this.door.ask('meeting_consume', { producerIds, rtpCapabilities });
    await this.take(consumers);
  }

  private async take(consumers: readonly ConsumerOptions[]): Promise<void> {
    await Promise.all(consumers.map(async (options) => {
      const { id, producerId, kind, rtpParameters, participantId } = options;
      // Sound and picture of one person are played together; a screen is apart from its owner's voice.
      const streamId = `${participantId}-${options.source === 'microphone' || options.source === 'camera' ? 'person' : 'screen'}`;
      const consumer = await this.transports.receive.consume({ id, producerId, kind, streamId, rtpParameters: rtpParameters as types.RtpParameters });
      if (this.closed) return;
      this.received.get(producerId)?.consumer.close();
      this.received.set(producerId, { consumer, options });
    }));
  }

  private async restartIce(transport: types.Transport): Promise<void> {
    try {
      const { iceParameters } = await this.door.ask('meeting_restart_ice', { transportId: transport.id });
      if (!this.closed) await transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
    } catch {
      // The watch finds no connection in time, and has all made anew.
    }
  }
}
