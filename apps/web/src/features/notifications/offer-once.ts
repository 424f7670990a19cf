import type { Toasts } from '@parvis/ui';
import i18next from 'i18next';
import { askToNotify, notificationRight } from './show-notification.ts';

const KEY = 'parvis-notifications-offered';

/** Offers desktop notifications with the first message that there would have been one of; once on this device. */
export function offerOnce(toasts: Toasts): void {
  if (notificationRight() !== 'default' || localStorage.getItem(KEY) !== null) return;
  localStorage.setItem(KEY, 'yes');
  toasts.show({
    id: KEY, duration: null, message: i18next.t('notifications:offer'),
    action: { label: i18next.t('notifications:browser.ask'), run: () => void askToNotify() },
  });
}
