/** Milliseconds without a connection until it is said: less is a page that just opened, or a hiccup. */
const PATIENCE = 2_000;

/** Whether the connection is away, and not for a moment only. */
export class Absence {
  isLong = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onLong: () => void;

  constructor(onLong: () => void) {
    this.onLong = onLong;
  }

  begin(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isLong = true;
      this.onLong();
    }, PATIENCE);
  }

  end(): void {
    clearTimeout(this.timer);
    this.isLong = false;
  }
}
