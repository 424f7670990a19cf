import type { tellCall as TellCall } from './tell-call.ts';
import type { tellReminder as TellReminder } from './tell-reminder.ts';

/** The only door to this feature for others; its pages are loaded by `app/screens.ts`. */
export { NotificationWatch } from './notification-watch.tsx';
export { FaviconBadge } from './favicon-badge.ts';
/** Of a reminder that has come: on the desktop and by a sound. */
export const tellReminder: typeof TellReminder = async (...told) => (await import('./tell-reminder.ts')).tellReminder(...told);
/** Of a call that rings: on the desktop. Its sound is its own. */
export const tellCall: typeof TellCall = async (...told) => (await import('./tell-call.ts')).tellCall(...told);
