import { Navigate } from '@tanstack/react-router';
import { useIsPhone } from '../use-is-phone.ts';

/** On a phone the list is the page; elsewhere there is room for the first one. */
export function SettingsHome() {
  return useIsPhone() ? null : <Navigate to="/settings/profile" replace />;
}
