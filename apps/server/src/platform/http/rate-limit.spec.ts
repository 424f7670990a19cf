import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

const RATE = { burst: 3, everySeconds: 10 };

it('lets a burst pass, then one at a time, and says how long to wait', () => {
  let now = 1_000_000;
  const limit = new RateLimit(() => now);
  expect([1, 2, 3, 4, 5].map(() => limit.take('a', RATE))).toEqual([0, 0, 0, 10, 10]);
  expect(limit.take('b', RATE)).toBe(0);
  now += 9_999;
  expect(limit.take('a', RATE)).toBe(1);
  now += 1;
  expect([1, 2].map(() => limit.take('a', RATE))).toEqual([0, 10]);
  now += 1_000_000;
  expect([1, 2, 3, 4].map(() => limit.take('a', RATE))).toEqual([0, 0, 0, 10]);
});

it('forgets those who came longest ago, not those who keep coming', () => {
  const limit = new RateLimit(() => 0);
  for (let count = 0; count < 3; count += 1) limit.take('old', RATE);
  for (let index = 0; index < 9_000; index += 1) limit.take(`a${index}`, RATE);
  expect(limit.take('old', RATE)).toBeGreaterThan(0);
  for (let index = 0; index < 2_000; index += 1) limit.take(`b${index}`, RATE);
  expect(limit.take('old', RATE)).toBe(0);
});
