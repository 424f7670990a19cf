/** Milliseconds after the last key stroke, and after a failure. */
const WRITE_AFTER = 600;
const AGAIN_AFTER = 5_000;

interface TitleWriterOptions {
  /** Tells the server; resolves when it has it. */
  write: (title: string) => Promise<void>;
  /** The server has what was typed last. */
  onWritten: () => void;
  /** It is tried again by itself. */
  onFailed: (problem: unknown) => void;
}

/** Writes a title at each pause of who types it, one time after the other: what was typed last is what stays. */
export class TitleWriter {
  private readonly options: TitleWriterOptions;
  private typed: string | null = null;
  private writing: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TitleWriterOptions) {
    this.options = options;
  }

  type(title: string): void {
    this.typed = title;
    this.later(WRITE_AFTER);
  }

  async now(): Promise<void> {
    clearTimeout(this.timer);
    if (this.writing !== null) return;
    const { write, onWritten, onFailed } = this.options;
    try {
      while (this.typed !== null) {
        this.writing = this.typed;
        await write(this.writing);
        if (this.typed === this.writing) this.typed = null;
      }
      onWritten();
    } catch (problem) {
      this.later(AGAIN_AFTER);
      onFailed(problem);
    } finally {
      this.writing = null;
    }
  }

  /** The field or its page goes: there will be no pause. */
  leave(): void {
    clearTimeout(this.timer);
    const { typed } = this;
    if (typed === null || typed === this.writing) return;
    this.typed = null;
    void this.options.write(typed).catch(() => undefined);
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), milliseconds);
  }
}
