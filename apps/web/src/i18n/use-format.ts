import { useTranslation } from 'react-i18next';

const RELATIVE: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60],
];

/** The reader's own variety of the language where the browser names one: 14:05 in Ireland, 2:05 PM in Canada. */
export const formatLocale = (language: string): string =>
  navigator.languages.find((locale) => locale === language || locale.startsWith(`${language}-`)) ?? (language === 'en' ? 'en-GB' : language);

function formatsOf(language: string) {
  const locale = formatLocale(language);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  return {
    date: (instant: string | Date) => date.format(new Date(instant)),
    time: (instant: string | Date) => time.format(new Date(instant)),
    dateTime: (instant: string | Date) => dateTime.format(new Date(instant)),
    /** "3 hours ago", from minutes up; below, "now". */
    relative: (instant: string | Date, now = Date.now()) => {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const unit = RELATIVE.find(([, size]) => Math.abs(seconds) >= size);
      return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : relative.format(0, 'second');
    },
    number: (value: number) => number.format(value),
  };
}

/** Making them takes longer than all else that a row does. */
const made = new Map<string, ReturnType<typeof formatsOf>>();

/** Dates and numbers as the reader's language writes them, in the device's time zone. */
export function useFormat() {
  const { language } = useTranslation().i18n;
  const formats = made.get(language) ?? formatsOf(language);
  made.set(language, formats);
  return formats;
}
