/** For so long no other tab does the same, in milliseconds. */
const HELD = 5_000;

/** Does it in one of the tabs that want to. Without Web Locks (plain http) each does. */
export async function onceAmongTabs(id: string, run: () => void): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) {
    run();
    return;
  }
  await locks.request(`parvis-told-${id}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    run();
    await new Promise((resolve) => setTimeout(resolve, HELD));
  });
}
