const CHECK_EVERY_MS = 30 * 60_000;

/**
 * Registers the service worker once the page is idle and calls `onUpdate` when a newer build is
 * installed and waits. `apply` activates it; the page then reloads.
 */
export async function watchForUpdates(onUpdate: (apply: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const offer = (worker: ServiceWorker) => {
    // The first one of a device has nothing to replace.
    if (!navigator.serviceWorker.controller) return;
    onUpdate(() => {
      // Another page has let it take over meanwhile.
      if (worker.state !== 'installed') return location.reload();
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('activate');
    });
  };
  // This page came from the server, hence from the newest build: nothing to reload. Pages of the build before keep their files.
  registration.waiting?.postMessage('activate');
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => { if (worker.state === 'installed') offer(worker); });
  });
  const check = () => { if (!document.hidden) registration.update().catch(() => undefined); };
  setInterval(check, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', check);
}
