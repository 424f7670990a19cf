import { useIsPhone } from '../use-is-phone.ts';
import { useRedirect } from '../use-redirect.ts';

/** On a phone the list is the page; elsewhere there is room for the first one. */
export function SettingsHome() {
  useRedirect('/settings', useIsPhone() ? null : { to: '/settings/profile' });
  return null;
}
