import type { ConsumerOptions } from '@parvis/contracts';
import type { types } from 'mediasoup';
import type { Peer } from './peer.ts';
import type { SentTrack } from './sent-track.ts';
import type { MediaWorker } from '../workers/media-worker.ts';

/** What a peer receives of another's track. */
export class ReceivedTrack {
  readonly consumer: types.Consumer;
  readonly peer: Peer;
  readonly of: SentTrack;
  private readonly worker: MediaWorker;
  private weighs = false;
  private score = 10;

  constructor(consumer: types.Consumer, peer: Peer, of: SentTrack, worker: MediaWorker) {
    this.consumer = consumer;
    this.peer = peer;
    this.of = of;
    this.worker = worker;
    peer.received.set(consumer.id, this);
    of.receivers.add(this);
    consumer.on('layerschange', (layers) => {
      peer.tell({ type: 'consumer_layers', consumerId: consumer.id, spatialLayer: layers?.spatialLayer ?? null, temporalLayer: layers?.temporalLayer ?? null });
    });
    consumer.on('score', (score) => this.scored(Math.min(score.score, score.producerScore)));
    consumer.observer.once('close', () => this.gone());
    consumer.observer.on('pause', () => this.changed());
    consumer.observer.on('resume', () => this.changed());
    this.changed();
  }

  get options(): ConsumerOptions {
    const { id, producerId, kind, type, rtpParameters, paused, producerPaused } = this.consumer;
    return { id, producerId, participantId: this.of.peer.id, kind, source: this.of.source, type, rtpParameters, paused, producerPaused };
  }

  /** -1 while nothing of it is wanted. */
  get watchedLayer(): number {
    if (this.consumer.paused || this.consumer.closed) return -1;
    return Math.min(this.of.topLayer, this.consumer.preferredLayers?.spatialLayer ?? this.of.topLayer);
  }

  /** It was paused, resumed, or is wanted in another size. */
  changed(): void {
    // The observer tells the same of a pause by who sends, which forwards nothing either.
    const weighs = !this.consumer.closed && !this.consumer.paused && !this.consumer.producerPaused;
    if (weighs !== this.weighs) this.worker.load += weighs ? 1 : -1;
    this.weighs = weighs;
    this.of.watchersChanged();
  }

  private scored(score: number): void {
    if (score === this.score) return;
    this.score = score;
    this.peer.tell({ type: 'score', consumerId: this.consumer.id, score }, true);
  }

  private gone(): void {
    this.peer.received.delete(this.consumer.id);
    this.of.receivers.delete(this);
    this.changed();
  }
}
