import { expect, it } from 'vitest';
import { toPeaks } from './to-peaks.ts';

it('a waveform keeps every loud moment, in as many peaks as there is room for', () => {
  const levels = Array.from({ length: 1_000 }, (_, index) => (index === 503 ? 90 : 10));
  const peaks = toPeaks(levels, 64);
  expect(peaks).toHaveLength(64);
  expect(peaks.filter((peak) => peak === 90)).toHaveLength(1);
  expect(peaks.indexOf(90)).toBe(32);
});

it('a short one stays as it is, and none is silence', () => {
  expect(toPeaks([5, 50], 64)).toEqual([5, 50]);
  expect(toPeaks([], 64)).toEqual([0]);
});
