import { expect, it } from 'vitest';
import { ManualClock } from './fixtures/manual-clock.ts';
import { Repeater } from './repeater.ts';

function begin(outcomes: boolean[]) {
  const clock = new ManualClock();
  const runs: number[] = [];
  const failures: unknown[] = [];
  const repeater = new Repeater(async () => {
    runs.push(clock.now());
    await Promise.resolve();
    if (outcomes.shift() === false) throw new Error('down');
  }, clock, (error) => failures.push(error));
  return { clock, runs, failures, repeater };
}

it('runs again for what was wanted while it ran, once', async () => {
  const { clock, runs, repeater } = begin([]);
  repeater.want();
  repeater.want();
  repeater.want();
  await clock.advance(1_000);
  expect(runs).toHaveLength(2);
});

it('tries again for ever with growing pauses, and at once when there is reason to', async () => {
  const { clock, runs, failures, repeater } = begin([false, false, false, false, true]);
  repeater.want();
  await clock.advance(1_600);
  expect(failures.length).toBeGreaterThanOrEqual(3);
  const pauses = runs.slice(1).map((at, index) => at - runs[index]!);
  expect(pauses[1]!).toBeGreaterThan(pauses[0]!);
  const before = runs.length;
  repeater.wake();
  await clock.advance(0);
  expect(runs.length).toBe(before + 1);
});

it('ends when it is stopped', async () => {
  const { clock, runs, repeater } = begin([false, false]);
  repeater.want();
  await clock.advance(0);
  repeater.stop();
  await clock.advance(60_000);
  expect(runs).toHaveLength(1);
});
