import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** "1 h 5 min", from milliseconds; below a minute, seconds. */
export function useDuration(): (milliseconds: number) => string {
  const { t } = useTranslation('meetings');
  return useCallback((milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60) return t('duration.seconds', { seconds });
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? t('duration.minutes', { minutes }) : t('duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  }, [t]);
}
