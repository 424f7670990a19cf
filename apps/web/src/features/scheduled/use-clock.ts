import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import { useWorkspace } from '../../sync/index.ts';

interface Clock {
  timeZone: string;
  /** Thu, 26 Nov, 09:00 */
  at: (instant: string | Date) => string;
}

/** Times on the clock of my profile's time zone, wherever this device is. */
export function useClock(): Clock {
  const { i18n } = useTranslation();
  const timeZone = useWorkspace((state) => state.me.timeZone);
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(formatLocale(i18n.language), { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone });
    return { timeZone, at: (instant) => format.format(new Date(instant)) };
  }, [i18n.language, timeZone]);
}
