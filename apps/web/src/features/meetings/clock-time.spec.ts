import { expect, test } from 'vitest';
import { clockTime } from './clock-time.ts';

test('counts as a stopwatch does', () => {
  expect([0, 59_999, 65_000, 3_845_000, -5].map(clockTime)).toEqual(['0:00', '0:59', '1:05', '1:04:05', '0:00']);
});
