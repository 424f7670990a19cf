import { expect, it } from 'vitest';
import { LatestOnly } from './latest-only.ts';

it('does the last of what was asked for meanwhile, and skips those between', async () => {
  const done: number[] = [];
  const gates: (() => void)[] = [];
  const queue = new LatestOnly<number>((value) => new Promise((resolve) => gates.push(() => { done.push(value); resolve(); })));
  const all = [queue.push(1), queue.push(2), queue.push(3)];
  gates[0]!();
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  gates[1]!();
  await Promise.all(all);
  expect(done).toEqual([1, 3]);
});

it('fails only when the last fails, and goes on afterwards', async () => {
  const done: number[] = [];
  const queue = new LatestOnly<number>(async (value) => {
    await Promise.resolve();
    if (value < 0) throw new Error('refused');
    done.push(value);
  });
  await Promise.all([queue.push(-1), queue.push(2)]);
  await expect(queue.push(-3)).rejects.toThrow('refused');
  await queue.push(4);
  expect(done).toEqual([2, 4]);
});
