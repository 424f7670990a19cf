/** The only door to this feature for others; its pages are loaded by `app/screens.ts`. */
export { NotificationWatch } from './notification-watch.tsx';
export { FaviconBadge } from './favicon-badge.ts';
