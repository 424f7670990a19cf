/** Does one thing at a time; of what was asked for meanwhile, only the last. */
export class LatestOnly<Value> {
  private readonly work: (value: Value) => Promise<void>;
  private next: { value: Value } | null = null;
  private running: Promise<void> | null = null;

  constructor(work: (value: Value) => Promise<void>) {
    this.work = work;
  }

  /** Resolves, or rejects, with the last that was asked for. */
  push(value: Value): Promise<void> {
    this.next = { value };
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.next) {
      const { value } = this.next;
      this.next = null;
      await this.work(value).catch((error: unknown) => {
        if (!this.next) throw error;
      });
    }
  }
}
