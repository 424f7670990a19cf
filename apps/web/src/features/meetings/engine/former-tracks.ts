import type { Clock } from '@parvis/client-sdk';
import type { MediaSource } from '@parvis/contracts';
import type { MediaLink } from './media-link.ts';
import type { RemoteMedia, RemoteTrack } from './types.ts';

/** Milliseconds for which a place that still works is used beside the next one: others move there too, and pictures come. */
export const HANDOVER = 10_000;
const LOOK_EVERY = 100;

const keyOf = (participantId: string, source: MediaSource) => `${participantId}/${source}`;

interface Former {
  readonly participantId: string;
  readonly track: RemoteTrack;
}

/** What flows over a link that is left while it still works: shown until the same has arrived over the next one, or for `HANDOVER`. */
export class FormerTracks {
  private readonly left = new Map<string, Former>();
  private readonly link: MediaLink;
  private readonly clock: Clock;
  private readonly onArrived: (former: RemoteTrack, producerId: string | null) => void;
  private readonly until: number;
  /** What came in their place, by the same keys. */
  private readonly next = new Map<string, RemoteTrack>();
  private timer: unknown = null;

  /** `onArrived`: this one isn't shown any more, and which producer is instead. */
  constructor(link: MediaLink, media: Readonly<Record<string, RemoteMedia>>, clock: Clock, onArrived: (former: RemoteTrack, producerId: string | null) => void) {
    this.link = link;
    this.clock = clock;
    this.onArrived = onArrived;
    this.until = clock.now() + HANDOVER;
    for (const [participantId, sources] of Object.entries(media)) {
      for (const track of Object.values(sources)) if (track.track !== null) this.left.set(keyOf(participantId, track.source), { participantId, track });
    }
    this.lookLater();
  }

  /** What is shown of it: the former track until the new one's media is there. Whoever is muted is so at once. */
  shown(participantId: string, track: RemoteTrack): RemoteTrack {
    const key = keyOf(participantId, track.source);
    const former = this.left.get(key);
    if (former === undefined) return track;
    if (track.paused) {
      this.left.delete(key);
      return track;
    }
    this.next.set(key, track);
    return former.track;
  }

  /** Those in whose place nothing has come yet. */
  * alone(media: Readonly<Record<string, RemoteMedia>>): Iterable<Former> {
    for (const former of this.left.values()) if (media[former.participantId]?.[former.track.source] === undefined) yield former;
  }

  /** The producer whose tile shows this one, while it is another. */
  shownAs(participantId: string, source: MediaSource): string | undefined {
    return this.left.get(keyOf(participantId, source))?.track.producerId;
  }

  stop(): void {
    this.clock.clearTimeout(this.timer);
    this.left.clear();
  }

  private lookLater(): void {
    if (this.left.size > 0) this.timer = this.clock.setTimeout(() => void this.look(), LOOK_EVERY);
  }

  private async look(): Promise<void> {
    const late = this.clock.now() >= this.until;
    for (const [key, { track }] of [...this.left]) {
      const next = this.next.get(key);
      if (!late && (next === undefined || !(await this.link.arrives(next.producerId)))) continue;
      if (!this.left.delete(key)) continue;
      this.onArrived(track, next?.producerId ?? null);
    }
    this.lookLater();
  }
}
