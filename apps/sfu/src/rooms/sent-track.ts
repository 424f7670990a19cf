import type { MediaSource, ProducerInfo } from '@parvis/contracts';
import type { types } from 'mediasoup';
import type { Peer } from './peer.ts';
import type { Site } from './room.ts';
import { WantedLayers } from './wanted-layers.ts';
import type { ReceivedTrack } from './received-track.ts';

/** What a peer sends of one source. */
export class SentTrack {
  readonly producer: types.Producer;
  readonly peer: Peer;
  readonly source: MediaSource;
  /** Of a paused one: a host did it. */
  byHost = false;
  readonly receivers = new Set<ReceivedTrack>();
  /** Recordings and other hosts that take it, at its best. */
  wholeTakers = 0;
  /** Where it is piped to. */
  readonly pipes = new Map<Site, Promise<unknown>>();
  /** The highest spatial layer that there is. */
  readonly topLayer: number;
  private readonly wanted: WantedLayers | null;

  constructor(producer: types.Producer, peer: Peer, source: MediaSource) {
    this.producer = producer;
    this.peer = peer;
    this.source = source;
    this.topLayer = topLayerOf(producer);
    const tell = (spatialLayer: number): void => peer.tell({ type: 'wanted_layers', producerId: producer.id, spatialLayer });
    this.wanted = producer.kind === 'video' ? new WantedLayers(() => this.watchedLayer(), tell) : null;
  }

  get info(): ProducerInfo {
    const { id, kind, paused } = this.producer;
    return { producerId: id, participantId: this.peer.id, kind, source: this.source, paused, ...(paused && this.byHost && { byHost: true }) };
  }

  /** Somebody began, or ceased, to watch, or at another size. */
  watchersChanged(): void {
    this.wanted?.changed();
  }

  /** A connection that speaks for the peer anew knows nothing of it. */
  repeatWanted(): void {
    this.wanted?.repeat();
  }

  end(): void {
    this.wanted?.end();
  }

  private watchedLayer(): number {
    return Math.max(this.wholeTakers > 0 ? this.topLayer : -1, ...[...this.receivers].map((track) => track.watchedLayer));
  }
}

/** Encodings of simulcast; of SVC, what its scalability mode says (W3C webrtc-svc). */
function topLayerOf({ rtpParameters, type }: types.Producer): number {
  const encodings = rtpParameters.encodings ?? [];
  if (type === 'simulcast') return Math.max(0, encodings.length - 1);
  const spatial = /^[LS](\d)/.exec(encodings[0]?.scalabilityMode ?? '')?.[1];
  return spatial ? Number(spatial) - 1 : 0;
}
