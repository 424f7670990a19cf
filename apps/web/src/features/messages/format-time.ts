const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** 14:05 or 2:05 PM */
export const timeOfDay = (instant: string, locale: string): string =>
  format(locale, 'time', { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));

/** Tuesday, 3 March 2026 at 14:05 */
export const fullTime = (instant: string, locale: string): string =>
  format(locale, 'full', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(instant));

const DAY_MS = 86_400_000;

/** "Today", "yesterday", else the date; with the year when it is not this one. */
export function dayName(midnight: number, locale: string, now = Date.now()): string {
  const today = new Date(now).setHours(0, 0, 0, 0);
  // Rounded, because a day with a clock change is not 24 hours long.
  const daysAgo = Math.round((today - midnight) / DAY_MS);
  const name =
    daysAgo === 0 || daysAgo === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day')
      : new Date(midnight).getFullYear() === new Date(now).getFullYear()
        ? format(locale, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(midnight)
        : format(locale, 'dayOfYear', { day: 'numeric', month: 'long', year: 'numeric' }).format(midnight);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
