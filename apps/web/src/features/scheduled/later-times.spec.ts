import { describe, expect, it } from 'vitest';
import { fromClock, type LaterName, laterTimes, toClock } from './later-times.ts';

const NAMES: readonly LaterName[] = ['in20Minutes', 'in1Hour', 'in3Hours', 'tomorrow', 'monday'];
const times = (now: string, zone: string) =>
  Object.fromEntries(laterTimes(new Date(now), zone, NAMES).map(({ name, at }) => [name, at.toISOString()])) as Partial<Record<LaterName, string>>;

describe('later', () => {
  it('is on the clock of the person’s time zone', () => {
    expect(times('2026-11-25T23:30:00Z', 'UTC')).toEqual({
      in20Minutes: '2026-11-25T23:50:00.000Z', in1Hour: '2026-11-26T00:30:00.000Z', in3Hours: '2026-11-26T02:30:00.000Z',
      tomorrow: '2026-11-26T09:00:00.000Z', monday: '2026-11-30T09:00:00.000Z',
    });
    // There it is the 26th already.
    expect(times('2026-11-25T23:30:00Z', 'Europe/Paris').tomorrow).toBe('2026-11-27T08:00:00.000Z');
    expect(times('2026-11-25T23:30:00Z', 'Asia/Kolkata').tomorrow).toBe('2026-11-27T03:30:00.000Z');
  });

  it('is 9:00 also after a night in which the clocks change', () => {
    expect(times('2026-03-28T12:00:00Z', 'Europe/Paris').tomorrow).toBe('2026-03-29T07:00:00.000Z');
    expect(times('2026-10-24T12:00:00Z', 'Europe/Paris').tomorrow).toBe('2026-10-25T08:00:00.000Z');
    expect(times('2026-03-07T12:00:00Z', 'America/New_York').tomorrow).toBe('2026-03-08T13:00:00.000Z');
    expect(times('2026-03-29T00:30:00Z', 'Europe/Paris').in1Hour).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is next Monday on a Monday, and only tomorrow on a Sunday', () => {
    expect(times('2026-11-30T06:00:00Z', 'UTC').monday).toBe('2026-12-07T09:00:00.000Z');
    expect(times('2026-11-29T06:00:00Z', 'UTC')).toMatchObject({ tomorrow: '2026-11-30T09:00:00.000Z' });
    expect(times('2026-11-29T06:00:00Z', 'UTC').monday).toBeUndefined();
  });
});

describe('a picked time', () => {
  it('is read on the clock of the time zone, and shown on it', () => {
    expect(fromClock('2026-07-14', '09:30', 'Europe/Paris')?.toISOString()).toBe('2026-07-14T07:30:00.000Z');
    expect(fromClock('2026-12-14', '09:30', 'Europe/Paris')?.toISOString()).toBe('2026-12-14T08:30:00.000Z');
    expect(toClock(new Date('2026-12-31T23:30:00Z'), 'Europe/Paris')).toEqual({ date: '2027-01-01', time: '00:30' });
    expect(fromClock('', '09:30', 'Europe/Paris')).toBeUndefined();
  });

  it('that the clocks leap over is the one an hour later', () => {
    expect(fromClock('2026-03-29', '02:30', 'Europe/Paris')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});
