import { decodeUpdate } from 'yjs';

/** Names of the edits in an update: a server may put those of several people together. */
export const editsIn = (update: Uint8Array): string[] => decodeUpdate(update).structs.map(({ id: { client, clock } }) => `${client} ${clock}`);

/** Which edits came to whom, and after how long. */
export class Tally {
  private readonly sent = new Map<string, { at: number; by: number }>();
  latencies: number[] = [];
  /** Codes of refusals. */
  readonly refused: string[] = [];

  push(update: Uint8Array, by: number): void {
    for (const edit of editsIn(update)) this.sent.set(edit, { at: performance.now(), by });
  }

  /** What comes back to who wrote it is no delivery. */
  deliver(edits: readonly string[], to: number): void {
    const now = performance.now();
    for (const edit of edits) {
      const pushed = this.sent.get(edit);
      if (pushed && pushed.by !== to) this.latencies.push(now - pushed.at);
    }
  }

  reset(): void {
    this.sent.clear();
    this.latencies = [];
  }

  /** Resolves once so many came, or after the time-out. */
  async settled(deliveries: number, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (this.latencies.length < deliveries && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
