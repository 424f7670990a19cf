import { TZDate } from '@date-fns/tz';

/** Names of times that people mean when they say "later". */
export type LaterName = 'in20Minutes' | 'in1Hour' | 'in3Hours' | 'tomorrow' | 'monday';
export interface LaterTime {
  name: LaterName;
  at: Date;
}

const MINUTE = 60_000;
/** Hour of a working day's beginning, on the person's own clock. */
const MORNING = 9;

/**
 * What "tomorrow" and "Monday" are on the clock of a time zone: 9:00 there is 9:00, also over a night
 * in which the clocks change.
 */
export function laterTimes(now: Date, timeZone: string, names: readonly LaterName[]): LaterTime[] {
  const here = new TZDate(now.getTime(), timeZone);
  const morningIn = (days: number) => new Date(new TZDate(here.getFullYear(), here.getMonth(), here.getDate() + days, MORNING, timeZone).getTime());
  const untilMonday = (8 - here.getDay()) % 7 || 7;
  const times: Record<LaterName, Date> = {
    in20Minutes: new Date(now.getTime() + 20 * MINUTE),
    in1Hour: new Date(now.getTime() + 60 * MINUTE),
    in3Hours: new Date(now.getTime() + 180 * MINUTE),
    tomorrow: morningIn(1),
    monday: morningIn(untilMonday),
  };
  // On a Sunday they are the same.
  return names.filter((name) => name !== 'monday' || untilMonday !== 1).map((name) => ({ name, at: times[name] }));
}

/** From `2026-03-29` and `09:00` on the clock of a time zone; undefined for what is no time. */
export function fromClock(date: string, time: string, timeZone: string): Date | undefined {
  const [year, month, day, hour, minute] = [...date.split('-'), ...time.split(':')].map(Number) as [number, number, number, number, number];
  const at = new TZDate(year, month - 1, day, hour, minute, timeZone);
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime());
}

/** The other way round, as inputs of date and time want it. */
export function toClock(at: Date, timeZone: string): { date: string; time: string } {
  const here = new TZDate(at.getTime(), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: `${here.getFullYear()}-${two(here.getMonth() + 1)}-${two(here.getDate())}`, time: `${two(here.getHours())}:${two(here.getMinutes())}` };
}
