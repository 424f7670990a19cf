import type { Clock } from '@parvis/client-sdk';
import type { AttachResult, MediaSource } from '@parvis/contracts';
import type { Outgoing } from './local-media.ts';
import { MediaLink } from './media-link.ts';
import type { PacedDoor } from './paced-door.ts';
import { PartingLink } from './parting-link.ts';
import type { MediaWay } from './types.ts';

export interface LinksHandlers {
  /** Nothing of the current link is of use any more. */
  onLost: () => void;
  /** Media has got through after all. */
  onReached: () => void;
  /** Whether media gets through may have changed. */
  onState: () => void;
}

/** A session's links to media servers, one after the other: the current one, and the one that was left last. */
export class SessionLinks {
  private readonly door: PacedDoor;
  private readonly clock: Clock;
  private readonly handlers: LinksHandlers;
  private readonly parting: PartingLink;
  private link: MediaLink | null = null;
  private lost = false;
  private unreachable = false;
  private stopped = false;

  constructor(door: PacedDoor, clock: Clock, handlers: LinksHandlers) {
    this.door = door;
    this.clock = clock;
    this.handlers = handlers;
    this.parting = new PartingLink(clock);
  }

  get current(): MediaLink | null {
    return this.link;
  }

  /** Signalling works, and media found no way at all: where the server says that it is, it isn't for this device. */
  get isUnreachable(): boolean {
    return this.unreachable;
  }

  get way(): MediaWay {
    return this.lost ? 'looking' : (this.link?.way ?? 'looking');
  }

  get isWell(): boolean {
    return !this.lost && this.link?.isWell === true;
  }

  /** The current one goes on where the server still has it. */
  goesOn({ resumed, epoch }: AttachResult): boolean {
    return this.link !== null && !this.lost && resumed && this.link.epoch === epoch;
  }

  /** Where the link of before still works, it is left only once the new one carries all: nobody sees or hears a gap. */
  async renew(attached: AttachResult): Promise<void> {
    const { link: before, lost } = this;
    if (lost) before?.close();
    const link = await MediaLink.open(this.door, attached, this.clock, {
      onLost: () => {
        if (this.link !== link) return;
        this.unreachable = !link.wasConnected;
        this.lost = true;
        this.handlers.onLost();
      },
      onState: () => {
        if (this.unreachable && link.isConnected) {
          this.unreachable = false;
          this.handlers.onReached();
        }
        this.handlers.onState();
      },
    });
    if (this.stopped) {
      link.close();
      return;
    }
    this.link = link;
    this.lost = false;
    if (before !== null && !lost) this.parting.take(before);
  }

  /** Only a new one is sure to work. */
  lose(): void {
    this.lost = true;
  }

  /** What is to be sent has changed. */
  changed(outgoing: (source: MediaSource) => Outgoing | null): void {
    this.parting.settle(outgoing);
  }

  /** Back in the lobby: whoever was there sends and receives nothing any more. */
  close(): void {
    this.link?.close();
    this.link = null;
    this.parting.close();
  }

  stop(): void {
    this.stopped = true;
    this.close();
  }
}
