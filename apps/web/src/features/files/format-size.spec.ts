import { describe, expect, it } from 'vitest';
import { formatDuration, formatSize } from './format-size.ts';

describe('sizes', () => {
  it.each([[0, '0 bytes'], [999, '999 bytes'], [1_400, '1.4 kB'], [1_440_000, '1.4 MB'], [250_000_000, '250 MB'], [10_737_418_240, '10.7 GB']])('%i is %s', (bytes, text) => {
    expect(formatSize(bytes, 'en')).toBe(text);
  });

  it('are written as the language does', () => {
    expect(formatSize(1_440_000, 'fr').replace(/\s/gu, ' ')).toBe('1,4 Mo');
  });
});

it.each([[0, '0:00'], [6_600, '0:07'], [750_000, '12:30'], [3_723_000, '1:02:03']])('%i ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
