import type { Clock } from '@parvis/client-sdk';

/** A timer that comes later than this was asleep with the machine. Milliseconds. */
const TICK = 5_000;
const ASLEEP = 15_000;

/** Calls `look` whenever the network, the page or the machine is back: reasons to look at once whether all is well. Until the signal. */
export function whenBack(look: () => void, clock: Clock, signal: AbortSignal): void {
  window.addEventListener('online', look, { signal });
  (navigator as { connection?: EventTarget }).connection?.addEventListener('change', look, { signal });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  }, { signal });
  let at = clock.now();
  const tick = setInterval(() => {
    const now = clock.now();
    if (now - at > ASLEEP) look();
    at = now;
  }, TICK);
  signal.addEventListener('abort', () => {
    clearInterval(tick);
  });
}
