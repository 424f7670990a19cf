import config from '../apps/sfu/rolldown.config.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { rebuildOnChange } from './rebuild-on-change.mjs';
import { startMediaHost } from './start-media-host.mjs';

/** Runs the media host and builds and restarts it on every change. */
export async function watchMediaHost() {
  await ensureBuilt('sfu');
  const host = await startMediaHost();
  let first = true;
  const close = rebuildOnChange(config, () => {
    if (!first) host.restart();
    first = false;
  });
  return {
    ...host,
    stop: async () => {
      await close();
      await host.stop();
    },
  };
}
