/** The only door to this feature for others. */
export { ReceiptsSwitch } from './receipts-switch.tsx';
export { SeenBy } from './seen-by.tsx';
export { useLastRead } from './use-last-read.ts';
