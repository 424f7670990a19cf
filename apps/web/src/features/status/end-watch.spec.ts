import { expect, it } from 'vitest';
import { EndWatch } from './end-watch.ts';

function clock() {
  let now = Date.parse('2026-03-01T10:00:00Z');
  const timers = new Map<number, { at: number; run: () => void }>();
  let last = 0;
  return {
    timers,
    now: () => now,
    setTimeout: (run: () => void, ms: number) => {
      timers.set(++last, { at: now + ms, run });
      return last;
    },
    clearTimeout: (timer: unknown) => void timers.delete(timer as number),
    pass: (minutes: number) => {
      now += minutes * 60_000;
      for (const [id, { at, run }] of timers) {
        if (at > now) continue;
        timers.delete(id);
        run();
      }
    },
  };
}
const at = (time: string) => `2026-03-01T${time}:00.000Z`;

it('tells each end once it has passed, with one timer', () => {
  const time = clock();
  const watch = new EndWatch(time);
  const told: string[] = [];
  watch.watch(at('10:30'), () => told.push('half past'));
  watch.watch(at('10:05'), () => told.push('five past'));
  watch.watch(at('12:00'), () => told.push('noon'))();
  expect(time.timers.size).toBe(1);
  expect(watch.isRunning(at('10:05'))).toBe(true);
  time.pass(5);
  expect(told).toEqual(['five past']);
  expect(watch.isRunning(at('10:05'))).toBe(false);
  time.pass(25);
  expect(told).toEqual(['five past', 'half past']);
  expect(time.timers.size).toBe(0);
});

it('never ends what has no end, and waits for ends beyond the longest timer', () => {
  const time = clock();
  const watch = new EndWatch(time);
  expect(watch.isRunning(null)).toBe(true);
  const told: string[] = [];
  watch.watch('2026-06-01T10:00:00.000Z', () => told.push('june'));
  time.pass(30 * 24 * 60);
  expect(told).toEqual([]);
  expect(time.timers.size).toBe(1);
});
