import type { MediaEvent, MediaSource } from '@parvis/contracts';
import type { SfuEvent, SfuRun } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import { createTurns } from './in-turn.ts';
import type { Room, Site } from './room.ts';
import type { ReceivedTrack } from './received-track.ts';
import type { SentTrack } from './sent-track.ts';

/** Who speaks for a peer, and hears what concerns it. */
export interface Speaker {
  /** `expendable`: may be left out when the line is slow, since a newer one follows. */
  tell: (frame: string, expendable?: boolean) => void;
  end: () => void;
}

export type Direction = 'send' | 'receive';
export interface PeerTransport {
  readonly transport: types.WebRtcTransport;
  readonly site: Site;
  /** Its media reached us at least once. */
  wasConnected: boolean;
}

/** One participant's media. */
export class Peer {
  readonly id: string;
  readonly room: Room;
  sources: ReadonlySet<MediaSource> = new Set();
  readonly transports = new Map<Direction, PeerTransport>();
  readonly sent = new Map<MediaSource, SentTrack>();
  readonly received = new Map<string, ReceivedTrack>();
  /** Another host, at which it receives. */
  receivesAt: SfuRun | null = null;
  /** What others were told last. */
  connected = true;
  closed = false;
  /** Its calls, one by one. */
  readonly inTurn = createTurns();
  speaker: Speaker | null = null;
  /** Since when no connection speaks for it, and since when no media comes (performance.now). */
  unattachedSince: number | null = null;
  silentSince: number | null = null;

  constructor(id: string, room: Room) {
    this.id = id;
    this.room = room;
  }

  tell(event: MediaEvent, expendable = false): void {
    const { id: roomId, epoch } = this.room;
    this.speaker?.tell(JSON.stringify({ event: { type: 'peer', roomId, epoch, peerId: this.id, event } satisfies SfuEvent }), expendable);
  }

  /** Whether packets can come or go; what it receives at another host, that one knows of. */
  get hasMedia(): boolean {
    return this.receivesAt !== null || [...this.transports.values()].some(({ transport }) => !transport.closed && isUp(transport));
  }

  transportOf(direction: Direction): PeerTransport | undefined {
    const held = this.transports.get(direction);
    return held && !held.transport.closed ? held : undefined;
  }

  transportById(id: string): PeerTransport | undefined {
    return [...this.transports.values()].find(({ transport }) => transport.id === id && !transport.closed);
  }
}

export const isUp = (transport: types.WebRtcTransport): boolean => transport.iceState === 'connected' || transport.iceState === 'completed';
