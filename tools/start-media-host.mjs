import { ensureFfmpeg } from './ensure-ffmpeg.mjs';
import { ensureGstreamer } from './ensure-gstreamer.mjs';
import { ensureSfuWorker, sfuWorkerFile } from './ensure-sfu-worker.mjs';
import { keepRunning } from './keep-running.mjs';
import { stopRunning } from './run.mjs';
import { sfuSettings } from './sfu-settings.mjs';

/**
 * The media host beside a server of this machine, and what it needs, which may take minutes the first
 * time: until then it says that it is being prepared. Nothing when the data folder can't be written,
 * of which the server itself will complain.
 */
export async function startMediaHost() {
  let settings;
  try {
    settings = await sfuSettings();
  } catch {
    return { env: {}, expectEnd: () => {}, restart: () => {}, stop: () => Promise.resolve() };
  }
  const env = { ...settings.host, PARVIS_SFU_WORKER_BIN: sfuWorkerFile() };
  const host = keepRunning('The media host', ['--enable-source-maps', 'apps/sfu/dist/main.mjs'], env);
  let stopping = false;
  void (async () => {
    const worker = await ensureSfuWorker();
    if (!stopping && !worker) host.restart({ PARVIS_SFU_WORKER_MISSING: "mediasoup's worker is not there and can't be built here; what npm start printed says why" });
    if (!stopping && worker) await Promise.all([ensureGstreamer(), ensureFfmpeg()]);
  })();
  return {
    env: settings.server,
    expectEnd: host.expectEnd,
    restart: host.restart,
    stop: async () => {
      stopping = true;
      stopRunning('SIGTERM');
      await host.stop();
    },
  };
}
