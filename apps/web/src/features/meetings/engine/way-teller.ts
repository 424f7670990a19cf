import type { SessionHandlers } from './session-handlers.ts';
import type { SessionLinks } from './session-links.ts';

/** Says how media fares, from the moment that there is to be some. */
export class WayTeller {
  private readonly links: SessionLinks;
  private readonly onWay: SessionHandlers['onWay'];
  private begun = false;
  /** Media got lost on the way, and has not got through since. */
  private wasLost = false;

  constructor(links: SessionLinks, onWay: SessionHandlers['onWay']) {
    this.links = links;
    this.onWay = onWay;
  }

  begin(): void {
    this.begun = true;
  }

  end(): void {
    this.begun = false;
  }

  /** `settled`: all that there is to carry is there. */
  tell(settled = false): void {
    if (!this.begun) return;
    const { way, isWell } = this.links;
    if (way === 'open' || (way === 'idle' && settled)) this.wasLost = false;
    else if (!isWell) this.wasLost = true;
    this.onWay(way, !this.wasLost);
  }
}
