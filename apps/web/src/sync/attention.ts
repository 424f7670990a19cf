import { Listeners } from './listeners.ts';

/** Somebody reads what is on the screen only for so long after touching the device, in milliseconds. */
const READING = 60_000;
/** Away after this without a touch. */
const AWAY = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether somebody is there: not just a visible, focused window. */
export class Attention {
  /** Told when the answers below may have changed. */
  readonly listeners = new Listeners();
  private lastSign = Date.now();
  private awayTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly stopping = new AbortController();

  constructor() {
    const { signal } = this.stopping;
    for (const sign of SIGNS) {
      window.addEventListener(sign, () => {
        this.touched();
      }, { signal, passive: true, capture: true });
    }
    for (const type of ['focus', 'blur'] as const) {
      window.addEventListener(type, () => {
        this.listeners.tell();
      }, { signal });
    }
    document.addEventListener('visibilitychange', () => {
      this.listeners.tell();
    }, { signal });
    this.awayLater();
  }

  get isReading(): boolean {
    return document.visibilityState === 'visible' && document.hasFocus() && Date.now() - this.lastSign < READING;
  }

  get isAway(): boolean {
    return Date.now() - this.lastSign >= AWAY;
  }

  stop(): void {
    this.stopping.abort();
    clearTimeout(this.awayTimer);
  }

  private touched(): void {
    const pause = Date.now() - this.lastSign;
    this.lastSign = Date.now();
    if (pause < 1_000) return;
    this.awayLater();
    this.listeners.tell();
  }

  private awayLater(): void {
    clearTimeout(this.awayTimer);
    this.awayTimer = setTimeout(() => {
      if (this.isAway) this.listeners.tell();
      else this.awayLater();
    }, AWAY + 1_000);
  }
}
