/** The only door to a meeting's media: screens look at the view and ask the engine. */
export { useDeviceChoice, useDevices, useLevels, useMeetingEngine, useMeetingView } from './use-meeting.ts';
export { OutsideEngine } from './outside-engine.tsx';
/** What a tab that was reloaded in a meeting sent: what to join with again, without asking. */
export { rememberedSending, type RememberedSending } from './remembered-sending.ts';
/** Of this tab: what a link is joined with, before anybody is signed in. */
export { tabDeviceId } from './tab-device.ts';
export type * from './types.ts';
/** Blur and noise suppression are offered only where the browser can do them. */
export { effectsHere } from './effects/effects-here.ts';
