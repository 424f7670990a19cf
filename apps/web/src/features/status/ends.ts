/** Ways to say until when, in the order offered. */
export const ENDS = ['halfHour', 'hour', 'fourHours', 'today', 'week'] as const;
export type End = (typeof ENDS)[number];

const MINUTE = 60_000;

/** By this device's clock. `today`: its midnight; `week`: midnight after Sunday. */
export function endAt(end: End, now = new Date()): Date {
  switch (end) {
    case 'halfHour':
      return new Date(now.getTime() + 30 * MINUTE);
    case 'hour':
      return new Date(now.getTime() + 60 * MINUTE);
    case 'fourHours':
      return new Date(now.getTime() + 240 * MINUTE);
    case 'today':
      return midnightAfter(now, 0);
    case 'week':
      return midnightAfter(now, (7 - now.getDay()) % 7);
  }
}

/** Nine in the morning of the next day. */
export const tomorrowMorning = (now = new Date()): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9);

/** Not a fixed number of hours: a day of a changing clock has 23 or 25. */
const midnightAfter = (now: Date, days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days + 1);

/** As a field of type `datetime-local` writes it. */
export function localMinute(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
