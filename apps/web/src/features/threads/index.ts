import { lazy } from 'react';

/** The only door to threads for other features; their page is loaded by `app/screens.ts`. */
export { ThreadMark } from './thread-mark.tsx';
export { ThreadSummary } from './thread-summary.tsx';
export { useOpenThread, useThreadPlace } from './use-thread-place.ts';
export { useReplyPermalink } from './use-reply-permalink.ts';
/** Loaded when the first thread is opened: it draws messages, as who uses this does. */
export const ThreadPane = lazy(async () => ({ default: (await import('./thread-pane.tsx')).ThreadPane }));
export const ThreadsPreference = lazy(async () => ({ default: (await import('./threads-preference.tsx')).ThreadsPreference }));
