import type { PipedTrack, PipeEnd } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import { refusing } from '../calls/refusing.ts';
import { Peer } from './peer.ts';
import type { Room, Site } from './room.ts';
import { SentTrack } from './sent-track.ts';

/** This host's end of a room's way to another host, over UDP with SRTP. One room, one direction: from its home to its annex. */
export class HostPipe {
  readonly transport: types.PipeTransport;
  private readonly room: Room;
  private readonly site: Site;
  private connecting: Promise<void> | null = null;
  private readonly sending = new Map<string, Promise<PipedTrack | null>>();
  private readonly taking = new Map<string, Promise<void>>();
  /** Id of the other end, once it is known. */
  other: string | null = null;

  private constructor(room: Room, transport: types.PipeTransport) {
    this.room = room;
    this.site = room.home;
    this.transport = transport;
  }

  static async create(room: Room, listenInfo: types.TransportListenInfo): Promise<HostPipe> {
    return new HostPipe(room, await room.home.router.createPipeTransport({ listenInfo, enableSrtp: true, enableRtx: true }));
  }

  get end(): PipeEnd {
    const { id, tuple, srtpParameters } = this.transport;
    return { id, address: tuple.localAddress, port: tuple.localPort, srtpParameters: { ...srtpParameters } };
  }

  /** @throws SfuError invalid_request. Again changes nothing. */
  connect({ id, address, port, srtpParameters }: PipeEnd): Promise<void> {
    if (this.connecting) return this.connecting;
    this.other = id;
    this.connecting = refusing(() => this.transport.connect({ ip: address, port, srtpParameters: srtpParameters as unknown as types.SrtpParameters }));
    // What was refused leads nowhere: another one may follow.
    this.connecting.catch(() => {
      this.connecting = this.other = null;
    });
    return this.connecting;
  }

  /** Null: it ended meanwhile. `onEnd`: it ended, or was taken away, while the pipe is still there. */
  send(track: SentTrack, onEnd: () => void): Promise<PipedTrack | null> {
    const { id } = track.producer;
    const known = this.sending.get(id);
    if (known) return known;
    const sent = this.begin(track, onEnd);
    this.sending.set(id, sent);
    // A failure is not kept: the next one tries again.
    sent.catch(() => this.sending.delete(id));
    return sent;
  }

  take(track: PipedTrack): Promise<void> {
    const known = this.taking.get(track.producerId);
    if (known) return known;
    const taken = this.arrive(track);
    this.taking.set(track.producerId, taken);
    taken.catch(() => this.taking.delete(track.producerId));
    return taken;
  }

  private async begin(track: SentTrack, onEnd: () => void): Promise<PipedTrack | null> {
    const { producer, source, peer } = track;
    try {
      const consumer = await this.transport.consume({ producerId: producer.id });
      this.site.worker.load += 1;
      track.wholeTakers += 1;
      track.watchersChanged();
      consumer.observer.once('close', () => {
        this.site.worker.load -= 1;
        track.wholeTakers -= 1;
        track.watchersChanged();
        this.sending.delete(producer.id);
      });
      consumer.once('producerclose', onEnd);
      const rtpParameters = consumer.rtpParameters as unknown as PipedTrack['rtpParameters'];
      return { producerId: producer.id, participantId: peer.id, kind: producer.kind, source, rtpParameters };
    } catch (error) {
      if (producer.closed) return null;
      throw error;
    }
  }

  private async arrive({ producerId, participantId, kind, source, rtpParameters }: PipedTrack): Promise<void> {
    const { room } = this;
    const producer = await refusing(() => this.transport.produce({ id: producerId, kind, rtpParameters: rtpParameters as unknown as types.RtpParameters }));
    // Who sends it is a peer of the room's home, not of ours: there is nobody to tell.
    const track = new SentTrack(producer, new Peer(participantId, room), source);
    room.tracks.set(producerId, track);
    producer.observer.once('close', () => {
      this.taking.delete(producerId);
      if (room.tracks.get(producerId) === track) room.tracks.delete(producerId);
      track.end();
    });
  }
}
