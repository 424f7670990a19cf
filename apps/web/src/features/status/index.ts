/** The only door to this feature for others; its dialog is loaded by `app/screens.ts`. */
export { StatusEmoji } from './status-emoji.tsx';
export { useShownPresence } from './use-shown-presence.ts';
export { useCurrentStatus } from './use-current-status.ts';
export { useRunning } from './use-running.ts';
export { EndField, type EndChoice, momentOf } from './end-field.tsx';
export { StatusMenu } from './status-menu.tsx';
