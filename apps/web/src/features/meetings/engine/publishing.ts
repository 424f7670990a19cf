import { ApiProblem } from '@parvis/client-sdk';
import type { MediaSource, ProducerInfo } from '@parvis/contracts';
import type { Outgoing } from './local-media.ts';
import type { MediaLink } from './media-link.ts';

const SOURCES: readonly MediaSource[] = ['microphone', 'camera', 'screen_audio', 'screen'];

export interface PublishingOptions {
  outgoing: (source: MediaSource) => Outgoing | null;
  /** The server says that it is not mine to send, or to resume. */
  onRefused: (source: MediaSource) => void;
}

/** Makes what is sent the same as what is to be sent. One run at a time; whatever changes meanwhile is seen by it or by the next. */
export class Publishing {
  private readonly options: PublishingOptions;
  private allowed: readonly MediaSource[] = [];
  private readonly wantedLayers = new Map<string, number>();
  private highest = 2;
  private last: Promise<void> = Promise.resolve();

  constructor(options: PublishingOptions) {
    this.options = options;
  }

  allow(sources: readonly MediaSource[]): void {
    this.allowed = sources;
  }

  /** Rejects when the server can't be asked: what is missing is sent by the next run. */
  settle(link: MediaLink): Promise<void> {
    const run = this.last.then(async () => {
      for (const source of SOURCES) await this.one(link, source);
    });
    this.last = run.catch(() => undefined);
    return run;
  }

  /** What the server has of mine, after a time without a connection to it. */
  compare(link: MediaLink, mine: readonly ProducerInfo[]): void {
    for (const [source, sent] of link.sent) {
      const known = mine.find(({ producerId }) => producerId === sent.producer.id);
      if (known === undefined) link.forget(source);
      else this.takePaused(link, known);
    }
  }

  /** A host muted me. */
  takePaused(link: MediaLink, { producerId, source, paused, byHost }: ProducerInfo): void {
    const sent = link.sent.get(source);
    if (sent?.producer.id !== producerId) return;
    sent.paused = paused;
    if (paused && byHost === true) this.options.onRefused(source);
  }

  /** Nobody watches, or nobody watches in large: what is not seen is not encoded. */
  async want(link: MediaLink, producerId: string, spatialLayer: number): Promise<void> {
    this.wantedLayers.set(producerId, spatialLayer);
    await this.encode(link);
  }

  async limit(link: MediaLink | null, highest: number): Promise<void> {
    this.highest = highest;
    if (link !== null) await this.encode(link);
  }

  private async encode(link: MediaLink): Promise<void> {
    for (const [source, { producer }] of link.sent) {
      if (producer.kind !== 'video' || producer.closed) continue;
      const wanted = this.wantedLayers.get(producer.id);
      if (wanted === undefined) continue;
      await producer.setMaxSpatialLayer(source === 'camera' ? Math.min(wanted, this.highest) : wanted).catch(() => undefined);
    }
  }

  private async one(link: MediaLink, source: MediaSource): Promise<void> {
    const wanted = this.allowed.includes(source) ? this.options.outgoing(source) : null;
    const sent = link.sent.get(source);
    try {
      if (wanted === null) {
        if (sent !== undefined) await link.unpublish(source);
      } else if (sent === undefined || sent.producer.closed) {
        await link.publish(source, wanted.track, wanted.paused);
        await this.encode(link);
      } else {
        if (sent.producer.track !== wanted.track) await sent.producer.replaceTrack({ track: wanted.track });
        await link.setPaused(source, wanted.paused);
      }
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'source_not_allowed') throw error;
      this.options.onRefused(source);
    }
  }
}
