/** Milliseconds without a change of the word, after which what waits is let in all the same. */
const LONGEST = 10_000;
/** Milliseconds until the editor has read a finished word from the page. */
const READ = 50;

/**
 * What others write waits while an input method composes a word: a browser that finds the text around the word
 * changed ends it there, and the input method then writes it a second time.
 */
export class HeldBack {
  private waiting: (() => void)[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** At once, or when the word is finished; in order. */
  run(action: () => void): void {
    if (this.waiting === null) action();
    else this.waiting.push(action);
  }

  /** A word was begun, or went on. */
  hold(): void {
    this.waiting ??= [];
    this.releaseIn(LONGEST);
  }

  /** The word is finished. */
  release(): void {
    this.releaseIn(READ);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = null;
  }

  private releaseIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const actions = this.waiting ?? [];
      this.waiting = null;
      for (const action of actions) action();
    }, milliseconds);
  }
}
