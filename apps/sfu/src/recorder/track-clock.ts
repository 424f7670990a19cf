/** A sender's clock can't run ahead of what has come: by more than this it was misread at first. */
const AHEAD_MS = 20;
/** Later than this is no jitter any more when it stays so, or comes after a silence. */
const LATE_MS = 80;
const SILENCE_MS = 500;
/** How long it must stay so. */
const WINDOW_MS = 2_000;

/**
 * Puts RTP timestamps on the recording's clock. The sender's own clock says the distance from packet to
 * packet, without the network's jitter; the time of arrival says where all of it stands, also after a
 * pause, which some senders' timestamps don't count.
 */
export class TrackClock {
  private readonly rate: number;
  private offset: number | undefined;
  private lastTimestamp = 0;
  /** Unwrapped: RTP timestamps begin anew after 32 bits. */
  private ticks = 0;
  private lastAt = 0;
  private lastMs = -1;
  private windowSince = 0;
  private leastLate = Infinity;

  /** @param rate Ticks a second. */
  constructor(rate: number) {
    this.rate = rate;
  }

  /** Milliseconds of the recording; never back. Call it in order of the packets. */
  place(timestamp: number, atMs: number): number {
    if (this.offset !== undefined) this.ticks += (timestamp - this.lastTimestamp) | 0;
    this.lastTimestamp = timestamp;
    const own = (this.ticks * 1000) / this.rate;
    this.offset ??= atMs - own;
    const late = atMs - (own + this.offset);
    if (late < -AHEAD_MS || (late > LATE_MS && atMs - this.lastAt > SILENCE_MS)) this.anchor(atMs, own);
    else this.watch(late, atMs, own);
    this.lastAt = atMs;
    this.lastMs = Math.max(this.lastMs, own + this.offset, 0);
    return this.lastMs;
  }

  private watch(late: number, atMs: number, own: number): void {
    this.leastLate = Math.min(this.leastLate, late);
    if (atMs - this.windowSince < WINDOW_MS) return;
    if (this.leastLate > LATE_MS) this.anchor(atMs - late + this.leastLate, own);
    this.windowSince = atMs;
    this.leastLate = Infinity;
  }

  private anchor(atMs: number, own: number): void {
    this.offset = atMs - own;
    this.windowSince = atMs;
    this.leastLate = Infinity;
  }
}
