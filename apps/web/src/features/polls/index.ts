/** The only door to this feature for others; its dialog is loaded by `app/screens.ts`. */
export { PollButton } from './poll-button.tsx';
export { Poll } from './poll-on-demand.tsx';
