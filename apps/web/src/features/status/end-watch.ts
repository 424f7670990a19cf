/** The longest that a browser's timer waits, in ms. */
const LONGEST = 2 ** 31 - 1;

export interface Timing {
  now: () => number;
  setTimeout: (run: () => void, ms: number) => unknown;
  clearTimeout: (timer: unknown) => void;
}

const browser: Timing = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * Tells when moments have passed, with one timer however many are watched: a status or a rest ends
 * by the clock of who looks at it, without a word from the server.
 */
export class EndWatch {
  private readonly watched = new Map<() => void, number>();
  private timer: unknown = null;
  private readonly timing: Timing;

  constructor(timing: Timing = browser) {
    this.timing = timing;
  }

  /** Null: never ends. */
  isRunning(end: string | null): boolean {
    return end === null || Date.parse(end) > this.timing.now();
  }

  /** `tell` is called once it has passed; the answer stops watching. */
  watch(end: string, tell: () => void): () => void {
    this.watched.set(tell, Date.parse(end));
    this.arm();
    return () => {
      this.watched.delete(tell);
      this.arm();
    };
  }

  private arm(): void {
    if (this.timer !== null) this.timing.clearTimeout(this.timer);
    const next = Math.min(...this.watched.values());
    this.timer = next === Infinity ? null : this.timing.setTimeout(() => this.ring(), Math.min(Math.max(next - this.timing.now(), 0), LONGEST));
  }

  private ring(): void {
    this.timer = null;
    const now = this.timing.now();
    const passed = [...this.watched].filter(([, end]) => end <= now).map(([tell]) => tell);
    for (const tell of passed) this.watched.delete(tell);
    this.arm();
    for (const tell of passed) tell();
  }
}

export const endWatch = new EndWatch();
