import { describe, expect, it } from 'vitest';
import { dayName, timeOfDay } from './format-time.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-03-04T15:00:00');

describe('dayName', () => {
  it('says today and yesterday in the reader\'s language', () => {
    expect(dayName(at('2026-03-04T00:00:00'), 'en', now)).toBe('Today');
    expect(dayName(at('2026-03-03T00:00:00'), 'fr', now)).toBe('Hier');
  });

  it('names the weekday in this year and the year in others', () => {
    expect(dayName(at('2026-02-27T00:00:00'), 'en', now)).toBe('Friday, February 27');
    expect(dayName(at('2025-12-24T00:00:00'), 'fr', now)).toBe('24 décembre 2025');
  });
});

describe('timeOfDay', () => {
  it('follows the locale', () => {
    expect(timeOfDay('2026-03-04T14:05:00', 'fr')).toBe('14:05');
    expect(timeOfDay('2026-03-04T14:05:00', 'en')).toMatch(/2:05/);
  });
});
