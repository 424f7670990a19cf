/**
 * Calls `onHeld` once no other tab holds the lock, and keeps it until aborted. Without Web Locks
 * (plain http) every tab takes itself to be the only one: sending twice makes no second message.
 */
export async function holdLock(name: string, signal: AbortSignal, onHeld: () => void): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) {
    onHeld();
    return;
  }
  try {
    await locks.request(name, { signal }, async () => {
      onHeld();
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
