import type { MediaEvent } from '@parvis/contracts';
import type { SfuEvent, SfuRun } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import type { MediaWorker } from '../workers/media-worker.ts';
import { MEDIA_CODECS } from './codecs.ts';
import { HostPipes } from './host-pipes.ts';
import { RoomEar, type RoomObservers } from './room-ear.ts';
import type { Peer, Speaker } from './peer.ts';
import type { SentTrack } from './sent-track.ts';

/** A room's router on one worker. */
export interface Site {
  readonly worker: MediaWorker;
  readonly router: types.Router;
}

export async function createSite(worker: MediaWorker): Promise<Site> {
  worker.rooms += 1;
  try {
    const router = await worker.worker.createRouter({ mediaCodecs: MEDIA_CODECS });
    router.observer.once('close', () => {
      worker.rooms -= 1;
    });
    return { worker, router };
  } catch (error) {
    worker.rooms -= 1;
    throw error;
  }
}

/**
 * One meeting's media, of one epoch. All that is sent arrives at its home; who receives may be at
 * another worker, to which tracks are piped when somebody there wants them.
 */
export class Room {
  readonly id: string;
  readonly epoch: number;
  readonly home: Site;
  readonly peers = new Map<string, Peer>();
  /** By producer id. */
  readonly tracks = new Map<string, SentTrack>();
  /** Of other workers. */
  readonly outposts = new Map<MediaWorker, Promise<Site>>();
  /** To other hosts, at which people of the room receive; or from its home, where this is such a one. */
  readonly pipes = new HostPipes(this);
  closed = false;
  /** Told of each track that begins. */
  readonly onTrack = new Set<(track: SentTrack) => void>();
  /** What ends with the room; `lost`: its worker died, or it began anew. */
  readonly onClose = new Set<(lost: boolean) => void>();

  readonly ear: RoomEar;

  constructor(id: string, epoch: number, home: Site, observers: RoomObservers) {
    this.id = id;
    this.epoch = epoch;
    this.home = home;
    this.ear = new RoomEar(this, observers);
  }

  /** Everybody in it: each connection once, however many it speaks for. */
  tell(event: MediaEvent, expendable = false): void {
    const speakers = new Set<Speaker>();
    for (const { speaker } of this.peers.values()) if (speaker) speakers.add(speaker);
    if (speakers.size === 0) return;
    const frame = JSON.stringify({ event: { type: 'room', roomId: this.id, epoch: this.epoch, event } satisfies SfuEvent });
    for (const speaker of speakers) speaker.tell(frame, expendable);
  }

  /** Other hosts at which its people receive, by their run. */
  get annexes(): Map<string, SfuRun> {
    return new Map([...this.peers.values()].flatMap(({ receivesAt }) => (receivesAt ? [[receivesAt.instance, receivesAt]] : [])));
  }

  dropIdlePipes(): void {
    this.pipes.keepOnly(new Set(this.annexes.keys()));
  }

  isOn(worker: MediaWorker): boolean {
    return this.home.worker === worker || this.outposts.has(worker);
  }

  close(lost = false): void {
    if (this.closed) return;
    this.closed = true;
    for (const peer of this.peers.values()) peer.closed = true;
    for (const track of this.tracks.values()) track.end();
    for (const ended of this.onClose) ended(lost);
    this.home.router.close();
    for (const outpost of this.outposts.values()) void outpost.then((site) => site.router.close(), () => undefined);
    this.peers.clear();
    this.tracks.clear();
  }
}
