import { newClientId } from '@parvis/client-sdk';
import { holdLock } from '../hold-lock.ts';

const PREFIX = 'parvis-document-window-';

/** This window, among those of the browser. */
export const thisWindow = newClientId();

/** Others see that this window lives, until aborted. */
export function liveOn(signal: AbortSignal): void {
  void holdLock(PREFIX + thisWindow, signal, () => undefined);
}

/** Which windows live now. Without Web Locks (plain http) none is known to: what they send is then sent twice, which changes nothing. */
export async function livingWindows(): Promise<(by: string) => boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  const held = locks === undefined ? [] : ((await locks.query()).held ?? []);
  const names = new Set(held.map(({ name }) => name));
  return (by) => names.has(PREFIX + by);
}
