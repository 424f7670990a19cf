/** The only door to this feature for others; its page and dialogs are loaded by `app/screens.ts`. */
export { fromClock, type LaterName, laterTimes, toClock } from './later-times.ts';
export { ScheduledNotice } from './scheduled-notice.tsx';
export { type ClockTime, TimeFields, TimeZoneNote } from './time-fields.tsx';
export { useClock } from './use-clock.ts';
export { useSendLater } from './use-send-later.tsx';
