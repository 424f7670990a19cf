import type { Clock } from '@parvis/client-sdk';
import type { ClientMessage, MediaEvent, ProducerInfo } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import type { Heard } from './audio-output.ts';
import { FormerTracks } from './former-tracks.ts';
import { receivable } from './load-device.ts';
import type { MediaLink, Received } from './media-link.ts';
import { sameMedia } from './same-media.ts';
import type { BandwidthMode, RemoteMedia, RemoteTrack, TileSize } from './types.ts';
import { MOST_VIDEOS, nextHiding, planVideos, soonShown, type Tile } from './video-plan.ts';

/** Milliseconds between messages about what is watched: the server takes few of them. */
const EVERY = 200;
/** Milliseconds in which a tile is to show what flowed from the first moment on: else it is paused. */
const FRESH = 2_000;

export interface RemoteHandlers {
  onMedia: (media: Readonly<Record<string, RemoteMedia>>, heard: readonly Heard[]) => void;
  /** A call failed: the session looks whether it is still attached. */
  onFailure: () => void;
}

type Told = Required<Pick<ClientMessage<'meeting_update_consumers'>['changes'][number], 'paused' | 'spatialLayer' | 'priority'>>;

/** What others send: all sound is received, of video what tiles show. */
export class RemoteTracks {
  activeSpeakerId: string | null = null;
  spotlightId: string | null = null;
  private bandwidth: BandwidthMode = 'full';
  private readonly clock: Clock;
  private readonly handlers: RemoteHandlers;
  private readonly producers = new Map<string, ProducerInfo>();
  private readonly tiles = new Map<string, Tile>();
  private link: MediaLink | null = null;
  /** By consumer: what the server was told last, so what flows. */
  private readonly told = new Map<string, Told>();
  /** The server may have forgotten it, or not have heard: all is said again, and flows on meanwhile. */
  private unsure = false;
  private readonly scores = new Map<string, number>();
  private readonly layers = new Map<string, number | null>();
  /** Can't be had by this link. */
  private readonly refused = new Set<string>();
  private media: Readonly<Record<string, RemoteMedia>> = {};
  /** Of the link before, where that one still works. */
  private former: FormerTracks | null = null;
  private timer: unknown = null;
  /** What was shown is paused then. */
  private hiding: unknown = null;
  private flushedAt = 0;
  private freshUntil = 0;
  private flushing = false;
  private again = false;
  /** Somebody looks at an empty tile. */
  private urgent = false;

  constructor(clock: Clock, handlers: RemoteHandlers) {
    this.clock = clock;
    this.handlers = handlers;
  }

  /** What a new link begins with. */
  get begin(): ClientMessage<'meeting_attach'>['begin'] {
    const rtpCapabilities = receivable() as ClientMessage<'meeting_consume'>['rtpCapabilities'] | null;
    return { pictures: this.bandwidth === 'audio_only' ? 0 : MOST_VIDEOS, ...(rtpCapabilities && { rtpCapabilities }) };
  }

  /** Those of the meeting, mine left out, as they are now: also what happened while nobody told is in it. */
  reset(link: MediaLink, producers: readonly ProducerInfo[]): void {
    const isNew = link !== this.link;
    this.unsure = !isNew;
    if (isNew) this.moveTo(link);
    this.refused.clear();
    this.producers.clear();
    for (const producer of producers) this.producers.set(producer.producerId, producer);
    for (const producerId of [...link.received.keys()]) if (!this.producers.has(producerId)) link.dropConsumer(producerId);
    this.tell();
    // Asked for before the stage is painted, which takes its time.
    if (isNew) void this.flush();
    else this.flushSoon();
  }

  unlink(): void {
    this.forgetFormer();
    this.link = null;
    this.tell();
  }

  take(event: MediaEvent): void {
    switch (event.type) {
      case 'producer':
        this.producers.set(event.producer.producerId, event.producer);
        this.refused.delete(event.producer.producerId);
        break;
      case 'producer_closed':
        this.producers.delete(event.producerId);
        this.link?.dropConsumer(event.producerId);
        break;
      case 'consumer_closed':
        for (const [producerId, { consumer }] of this.link?.received ?? []) if (consumer.id === event.consumerId) this.link?.dropConsumer(producerId);
        break;
      case 'consumer_layers':
        this.layers.set(event.consumerId, event.spatialLayer);
        break;
      case 'score':
        this.scores.set(event.consumerId, event.score);
        break;
      case 'active_speaker':
        this.activeSpeakerId = event.participantId;
        break;
      default:
        return;
    }
    this.tell();
    this.flushSoon();
  }

  showTile(producerId: string, size: TileSize | null): void {
    const before = this.tiles.get(producerId);
    if (size === null && before === undefined) return;
    const shown = size ?? { ...before!, visible: false };
    const hiddenAt = shown.visible ? null : (before?.hiddenAt ?? this.clock.now());
    this.tiles.set(producerId, { ...shown, hiddenAt });
    if (before === undefined) this.flushNow();
    else this.flushSoon();
  }

  setBandwidth(mode: BandwidthMode): void {
    this.bandwidth = mode;
    this.flushSoon();
  }

  /** At once, and then every some hundred milliseconds while there is more to say. */
  flushSoon(): void {
    if (this.timer !== null) return;
    this.timer = this.clock.setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, this.urgent ? 0 : Math.max(0, this.flushedAt + EVERY - this.clock.now()));
  }

  private flushNow(): void {
    this.urgent = true;
    this.clock.clearTimeout(this.timer);
    this.timer = null;
    this.flushSoon();
  }

  stop(): void {
    this.clock.clearTimeout(this.timer);
    this.clock.clearTimeout(this.hiding);
    this.forgetFormer();
    this.link = null;
  }

  private moveTo(link: MediaLink): void {
    const { link: before, media } = this;
    this.forgetFormer();
    for (const map of [this.scores, this.layers, this.told]) map.clear();
    this.link = link;
    this.freshUntil = this.clock.now() + FRESH;
    if (before === null || before.isClosed) return;
    this.former = new FormerTracks(link, media, this.clock, (former, producerId) => {
      const tile = this.tiles.get(former.producerId);
      // Until the tile itself says so, a moment later: it mustn't be paused meanwhile.
      if (producerId !== null && tile !== undefined && !this.tiles.has(producerId)) this.tiles.set(producerId, tile);
      this.tell();
      this.flushSoon();
    });
  }

  private forgetFormer(): void {
    this.former?.stop();
    this.former = null;
  }

  private async flush(): Promise<void> {
    if (this.flushing) {
      this.again = true;
      return;
    }
    this.flushing = true;
    this.urgent = false;
    this.flushedAt = this.clock.now();
    try {
      await this.settle();
    } catch {
      this.unsure = true;
      if (this.link !== null) this.handlers.onFailure();
    } finally {
      this.flushing = false;
      this.tell();
      if (this.again) this.flushSoon();
      this.again = false;
    }
    this.hideLater();
  }

  private async settle(): Promise<void> {
    const { link } = this;
    if (link === null) return;
    const voices = [...this.producers.values()].filter(({ kind }) => kind === 'audio').map(({ producerId }) => producerId);
    const missing = [...voices, ...this.plan().map(({ producerId }) => producerId), ...this.soon()].filter((id) => !link.received.has(id) && !this.refused.has(id));
    if (missing.length > 0) {
      const asked = missing.slice(0, LIMITS.meetingConsumersPerMessage);
      await link.consume(asked);
      if (link !== this.link) return;
      for (const id of asked) this.takeConsumed(id, link.received.get(id));
      for (const id of link.received.keys()) if (!this.producers.has(id)) link.dropConsumer(id);
      this.tell();
    }
    const { unsure } = this;
    this.unsure = false;
    // Tiles may have come meanwhile.
    const wishes = new Map(this.plan().map((wish) => [wish.producerId, wish]));
    const fresh = new Set(this.clock.now() < this.freshUntil ? this.soon().filter((id) => this.told.get(link.received.get(id)?.consumer.id ?? '')?.paused === false) : []);
    const changes: (Told & { consumerId: string })[] = [];
    for (const [producerId, { consumer }] of link.received) {
      if (consumer.kind !== 'video') continue;
      const wish = wishes.get(producerId);
      const before = this.told.get(consumer.id);
      const next: Told = { paused: wish === undefined && !fresh.has(producerId), spatialLayer: wish?.spatialLayer ?? before?.spatialLayer ?? 0, priority: wish?.priority ?? before?.priority ?? 1 };
      if (!unsure && before !== undefined && before.paused === next.paused && before.spatialLayer === next.spatialLayer && before.priority === next.priority) continue;
      changes.push({ consumerId: consumer.id, ...next });
    }
    const said = changes.slice(0, LIMITS.meetingConsumersPerMessage);
    if (said.length > 0) await link.updateConsumers(said);
    for (const { consumerId, ...what } of said) this.told.set(consumerId, what);
    if (said.length < changes.length) this.again = true;
  }

  private takeConsumed(producerId: string, received: Received | undefined): void {
    if (received === undefined) this.refused.add(producerId);
    else this.told.set(received.consumer.id, { paused: received.options.paused, spatialLayer: 0, priority: 1 });
  }

  private get videos(): ProducerInfo[] {
    return [...this.producers.values()].filter(({ kind }) => kind === 'video');
  }

  private soon(): string[] {
    const { videos, bandwidth } = this;
    return soonShown({ videos, tiles: this.tilesOf(videos), bandwidth });
  }

  private plan() {
    const { videos } = this;
    const { activeSpeakerId, spotlightId, bandwidth } = this;
    return planVideos({ videos, tiles: this.tilesOf(videos), activeSpeakerId, spotlightId, bandwidth, pixelRatio: globalThis.devicePixelRatio || 1, now: this.clock.now() });
  }

  /** A picture that is about to take another one's place is wanted as that one is. */
  private tilesOf(videos: readonly ProducerInfo[]): ReadonlyMap<string, Tile> {
    const { tiles, former } = this;
    if (former === null) return tiles;
    const all = new Map(tiles);
    for (const { producerId, participantId, source } of videos) {
      const tile = tiles.get(former.shownAs(participantId, source) ?? '');
      if (tile !== undefined && !all.has(producerId)) all.set(producerId, tile);
    }
    return all;
  }

  private hideLater(): void {
    for (const [producerId, { visible, hiddenAt }] of this.tiles) {
      if (!visible && hiddenAt !== null && !this.producers.has(producerId)) this.tiles.delete(producerId);
    }
    const now = this.clock.now();
    const next = nextHiding(this.tiles, now) ?? (now < this.freshUntil ? this.freshUntil : null);
    this.clock.clearTimeout(this.hiding);
    if (next !== null) this.hiding = this.clock.setTimeout(() => void this.flush(), Math.max(EVERY, next - now));
  }

  private tell(): void {
    const media: Record<string, Record<string, RemoteTrack>> = {};
    const heard: Heard[] = [];
    for (const producer of this.producers.values()) {
      const own = this.trackOf(producer);
      (media[producer.participantId] ??= {})[producer.source] = this.former?.shown(producer.participantId, own) ?? own;
    }
    for (const { participantId, track } of this.former?.alone(media) ?? []) (media[participantId] ??= {})[track.source] = track;
    for (const [participantId, sources] of Object.entries(media)) {
      for (const { source, track } of Object.values(sources)) if (track?.kind === 'audio') heard.push({ key: `${participantId}/${source}`, track });
    }
    this.media = sameMedia(this.media, media);
    this.handlers.onMedia(this.media, heard);
  }

  private trackOf({ producerId, kind, source, paused, byHost }: ProducerInfo): RemoteTrack {
    const consumer = this.link?.received.get(producerId)?.consumer;
    const flows = consumer !== undefined && !paused && (kind === 'audio' || this.told.get(consumer.id)?.paused === false);
    return {
      producerId, source, paused, byHost: paused && byHost === true, track: flows ? consumer.track : null,
      score: this.scores.get(consumer?.id ?? '') ?? null, spatialLayer: this.layers.get(consumer?.id ?? '') ?? null,
    };
  }
}
