import { expect, it } from 'vitest';
import { shouldSwap } from './device-watch.ts';

const headset = { deviceId: 'headset', groupId: 'usb' };
const builtIn = { deviceId: 'built-in', groupId: 'board' };
const defaultIs = ({ groupId }: { groupId: string }) => ({ deviceId: 'default', groupId });

it('leaves the device that was chosen and is there', () => {
  expect(shouldSwap(headset, 'headset', [builtIn, headset])).toBe(false);
});

it('swaps when the used one went away, and back when the chosen one is there again', () => {
  expect(shouldSwap(headset, 'headset', [builtIn])).toBe(true);
  expect(shouldSwap(builtIn, 'headset', [builtIn])).toBe(false);
  expect(shouldSwap(builtIn, 'headset', [builtIn, headset])).toBe(true);
});

it('follows the default of the system when none was chosen', () => {
  expect(shouldSwap(defaultIs(builtIn), null, [defaultIs(headset), builtIn, headset])).toBe(true);
  expect(shouldSwap(defaultIs(builtIn), null, [defaultIs(builtIn), builtIn, headset])).toBe(false);
});

it('stays with what it has while no device is listed at all', () => {
  expect(shouldSwap(headset, null, [])).toBe(false);
});
