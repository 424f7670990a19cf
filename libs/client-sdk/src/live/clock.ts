/** Time and chance, so that tests can hold both. */
export interface Clock {
  now(): number;
  /** 0 (inclusive) to 1 (exclusive). */
  random(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => {
    clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};

/** Waits before the nth new try (from 0), in milliseconds: doubles up to `max`, with full jitter above a half. */
export function backoff(attempt: number, clock: Clock, { first = 500, max = 30_000 } = {}): number {
  const whole = Math.min(max, first * 2 ** Math.min(attempt, 16));
  return whole / 2 + (whole / 2) * clock.random();
}
