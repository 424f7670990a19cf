import { backoff, type Clock } from '@parvis/client-sdk';

/** Milliseconds: the first pause after a failure, and the longest. */
const FIRST = 300;
const MOST = 5_000;

/** Runs one job at a time; wishes meanwhile lead to another run; what fails is tried again, for ever, until stopped. */
export class Repeater {
  private readonly job: () => Promise<void>;
  private readonly onFailure: (error: unknown) => void;
  private readonly clock: Clock;
  private wanted = false;
  private running = false;
  private stopped = false;
  private attempt = 0;
  private timer: unknown = null;

  constructor(job: () => Promise<void>, clock: Clock, onFailure: (error: unknown) => void) {
    this.job = job;
    this.clock = clock;
    this.onFailure = onFailure;
  }

  /** While a pause after a failure lasts, it is waited for. */
  want(): void {
    this.wanted = true;
    if (this.timer === null) void this.run();
  }

  /** Something changed for the better: no more waiting. */
  wake(): void {
    this.attempt = 0;
    this.clock.clearTimeout(this.timer);
    this.timer = null;
    this.want();
  }

  stop(): void {
    this.stopped = true;
    this.clock.clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      while (this.wanted && !this.stopped) {
        this.wanted = false;
        await this.job();
        this.attempt = 0;
      }
    } catch (error) {
      this.wanted = true;
      if (!this.stopped) this.onFailure(error);
      if (!this.stopped) this.retryLater();
    } finally {
      this.running = false;
    }
  }

  private retryLater(): void {
    const pause = backoff(this.attempt, this.clock, { first: FIRST, max: MOST });
    this.attempt += 1;
    this.timer = this.clock.setTimeout(() => {
      this.timer = null;
      void this.run();
    }, pause);
  }
}
