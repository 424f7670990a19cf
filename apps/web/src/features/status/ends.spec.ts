import { expect, it } from 'vitest';
import { endAt, localMinute, tomorrowMorning } from './ends.ts';

const thursday = new Date(2026, 2, 26, 17, 45);

it('says until when by this device’s clock', () => {
  expect(endAt('halfHour', thursday)).toEqual(new Date(2026, 2, 26, 18, 15));
  expect(endAt('hour', thursday)).toEqual(new Date(2026, 2, 26, 18, 45));
  expect(endAt('fourHours', thursday)).toEqual(new Date(2026, 2, 26, 21, 45));
  expect(endAt('today', thursday)).toEqual(new Date(2026, 2, 27));
  expect(tomorrowMorning(thursday)).toEqual(new Date(2026, 2, 27, 9));
});

it('ends a week with its Sunday', () => {
  expect(endAt('week', thursday)).toEqual(new Date(2026, 2, 30));
  expect(endAt('week', new Date(2026, 2, 29, 12))).toEqual(new Date(2026, 2, 30));
  expect(endAt('week', new Date(2026, 2, 30, 12))).toEqual(new Date(2026, 3, 6));
});

it('writes a moment as a field for it reads it', () => {
  expect(localMinute(thursday)).toBe('2026-03-26T17:45');
});
