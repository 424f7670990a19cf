import { watch } from 'rolldown';

/** Builds on every change and calls `restart` after each build. Returns what ends it. */
export function rebuildOnChange(config, restart) {
  const watcher = watch(config);
  watcher.on('event', async (event) => {
    if (event.code === 'BUNDLE_END') await event.result.close();
    if (event.code === 'ERROR') console.error(event.error?.message ?? event);
    if (event.code === 'END') await restart();
  });
  return () => watcher.close();
}
