import type { Clock } from '@parvis/client-sdk';
import type { MediaSource } from '@parvis/contracts';
import { HANDOVER } from './former-tracks.ts';
import type { Outgoing } from './local-media.ts';
import type { MediaLink } from './media-link.ts';

/** The link that was left last while it still worked: it goes on for a while, for those who haven't moved yet. */
export class PartingLink {
  private readonly clock: Clock;
  private link: MediaLink | null = null;
  private timer: unknown = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  take(link: MediaLink): void {
    this.close();
    this.link = link;
    this.timer = this.clock.setTimeout(() => {
      this.close();
    }, HANDOVER);
  }

  /** Nobody can be asked there any more to pause what is sent: what is to be sent otherwise now ends. */
  settle(outgoing: (source: MediaSource) => Outgoing | null): void {
    for (const [source, { producer }] of this.link?.sent ?? []) {
      const wanted = outgoing(source);
      if (wanted === null || wanted.paused || wanted.track !== producer.track) this.link?.forget(source);
    }
  }

  close(): void {
    this.clock.clearTimeout(this.timer);
    this.link?.close();
    this.link = null;
  }
}
