import { workerBin } from 'mediasoup';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Config } from './config/config.ts';
import { createDoor } from './door/door.ts';
import type { Logger } from './log/log.ts';
import { MediaHost } from './media-host.ts';
import { hasGstreamer } from './recording/gstreamer.ts';
import { GHOST_MS } from './rooms/limits.ts';
import { sweepGhosts } from './rooms/sweep-ghosts.ts';
import { planPipes } from './workers/listen-plan.ts';
import { startMediaWorker } from './workers/media-worker.ts';
import { WorkerPool } from './workers/worker-pool.ts';

const LOOK_FOR_GSTREAMER_MS = 15_000;
const SWEEP_RECORDINGS_MS = 3_600_000;

export interface MediaProcess {
  readonly host: MediaHost;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A media host that answers; its workers may come later. @throws the system's error when the door's port is taken. */
export async function startMediaProcess(config: Config, log: Logger): Promise<MediaProcess> {
  const { rtcHost, rtcPort, announcedAddresses } = config;
  const program = config.workerBin ?? workerBin;
  const pool = new WorkerPool({
    size: config.workers, workerBin: program, missing: config.workerMissing, log,
    start: (index) => startMediaWorker({ index, workerBin: program, rtcHost, rtcPort, announcedAddresses }),
  });
  const pipes = planPipes(rtcHost, { address: config.pipeAddress, announced: announcedAddresses, ports: config.pipePorts });
  const host = new MediaHost({
    pool, log, pipes, workerConsumers: config.workerConsumers,
    recordings: { directory: config.recordingsDirectory, gstreamer: config.gstreamer, keptMs: config.recordingsKeptMs },
  });
  const door = createDoor(host, config.secret, log);
  door.listen(config.port, config.host);
  await once(door, 'listening');
  pool.start();
  void lookForGstreamer(host, config.gstreamer);
  const looking = setInterval(() => void lookForGstreamer(host, config.gstreamer), LOOK_FOR_GSTREAMER_MS);
  const sweepRecordings = (): void => void host.recordings.sweep().catch((error: unknown) => log.error({ err: error }, 'recordings could not be swept'));
  sweepRecordings();
  const sweepingRecordings = setInterval(sweepRecordings, SWEEP_RECORDINGS_MS);
  const sweep = setInterval(() => {
    sweepGhosts(host, performance.now());
    host.tellStatus();
  }, GHOST_MS.sweep);
  const close = async (): Promise<void> => {
    clearInterval(sweep);
    clearInterval(looking);
    clearInterval(sweepingRecordings);
    for (const room of host.rooms.all()) host.rooms.close(room.id);
    await host.recordings.endAll();
    const closed = once(door, 'close');
    door.close();
    door.closeAllConnections();
    for (const connection of host.connections) connection.end();
    pool.close();
    await closed;
  };
  return { host, port: (door.address() as AddressInfo).port, close };
}

/** It may be installed while we run. */
async function lookForGstreamer(host: MediaHost, folder: string): Promise<void> {
  if (host.records || !(await hasGstreamer(folder))) return;
  host.records = true;
  host.tellStatus();
}
