import type { StreamClient } from '@parvis/client-sdk';
import { LIMITS } from '@parvis/contracts/limits';

const SETTLE = 100;

/** The union of the people whose presence the mounted components show. */
export class PresenceWatch {
  private readonly client: StreamClient;
  private readonly counts = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: StreamClient) {
    this.client = client;
  }

  /** Follows them until the answer is called. */
  follow(userIds: readonly string[]): () => void {
    this.change(userIds, 1);
    return () => {
      this.change(userIds, -1);
    };
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private change(userIds: readonly string[], by: 1 | -1): void {
    for (const userId of userIds) {
      const count = (this.counts.get(userId) ?? 0) + by;
      if (count === 0) this.counts.delete(userId);
      else this.counts.set(userId, count);
    }
    // A list that scrolls mounts and unmounts: ask once for what it settles on.
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.client.watchPresence([...this.counts.keys()].slice(0, LIMITS.presenceWatch));
    }, SETTLE);
  }
}
