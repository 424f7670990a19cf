/** The only door to this feature for others; its dialog is loaded by `app/screens.ts`. */
export { ForwardedMessage } from './forwarded-message.tsx';
