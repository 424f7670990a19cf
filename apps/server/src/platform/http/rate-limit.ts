/** `burst` at once, then one every `everySeconds`. */
export interface Rate {
  readonly burst: number;
  readonly everySeconds: number;
}

/** Whoever came longest ago is forgotten beyond so many. */
const REMEMBERED = 10_000;

/** Counts how often each key comes, in this process: a leaky bucket per key. */
export class RateLimit {
  /** Key -> when its bucket will be empty, in milliseconds. Kept in the order of the last coming. */
  private readonly emptyAt = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Seconds to wait; 0 when it may go on, which then counts. */
  take(key: string, { burst, everySeconds }: Rate): number {
    const now = this.now();
    const drop = everySeconds * 1000;
    const filled = Math.max(this.emptyAt.get(key) ?? now, now) + drop;
    const over = filled - now - burst * drop;
    if (over > 0) return Math.ceil(over / 1000);
    this.emptyAt.delete(key);
    this.emptyAt.set(key, filled);
    this.forget();
    return 0;
  }

  private forget(): void {
    if (this.emptyAt.size <= REMEMBERED) return;
    const [oldest] = this.emptyAt.keys();
    if (oldest !== undefined) this.emptyAt.delete(oldest);
  }
}
