import { expect, it } from 'vitest';
import { usePendingTicks, withPendingTicks, withTick } from './pending-ticks.ts';

const TEXT = '- [ ] one\n- [ ] two';
const shown = () => withPendingTicks(TEXT, usePendingTicks.getState().ticks.get('m'));
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('tells one tick of a box after the other, and shows the last until it is answered', async () => {
  const told: { done: boolean; answer: () => void }[] = [];
  const tick = (done: boolean) => withTick('m', 0, done, (wanted) => new Promise((answer) => told.push({ done: wanted, answer })));
  const first = tick(true);
  expect(shown()).toBe('- [x] one\n- [ ] two');
  const second = tick(false);
  expect(told).toHaveLength(1);
  told[0]!.answer();
  await settled();
  expect(told.map(({ done }) => done)).toEqual([true, false]);
  expect(usePendingTicks.getState().ticks.get('m')?.get(0)).toBe(false);
  told[1]!.answer();
  await Promise.all([first, second]);
  expect(usePendingTicks.getState().ticks.size).toBe(0);
});

it('ticks two boxes at the same time, and takes back what was refused', async () => {
  let refuse: (error: Error) => void = () => undefined;
  const one = withTick('m', 0, true, () => new Promise((_, reject) => { refuse = reject; }));
  const two = withTick('m', 1, true, () => new Promise(() => undefined));
  expect(shown()).toBe('- [x] one\n- [x] two');
  refuse(new Error('no'));
  await expect(one).rejects.toThrow('no');
  expect(shown()).toBe('- [ ] one\n- [x] two');
  void two;
});
