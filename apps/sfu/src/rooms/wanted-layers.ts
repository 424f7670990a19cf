/** How long less must be wanted before the sender is told: a tile that is scrolled past would make it stop and start. */
const CALM_MS = 500;

/** Tells a sender which layers are watched: more at once, less only when it stays so. */
export class WantedLayers {
  private readonly current: () => number;
  private readonly tell: (spatialLayer: number) => void;
  private told: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(current: () => number, tell: (spatialLayer: number) => void) {
    this.current = current;
    this.tell = tell;
  }

  changed(): void {
    if (this.ended) return;
    const now = this.current();
    if (now === this.told) return this.calm();
    if (this.told === undefined ? now >= 0 : now > this.told) return this.say();
    this.timer ??= setTimeout(() => this.say(), CALM_MS);
  }

  repeat(): void {
    if (this.told !== undefined) this.say();
  }

  end(): void {
    this.ended = true;
    this.calm();
  }

  private calm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private say(): void {
    this.calm();
    this.told = this.current();
    this.tell(this.told);
  }
}
