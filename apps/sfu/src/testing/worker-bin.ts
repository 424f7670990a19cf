import { workerBin } from 'mediasoup';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** A worker that can be run here, as `npm test` names it or as an earlier build left it; undefined when there is none. */
export function findWorkerBin(): string | undefined {
  const cache = path.join(process.env['PARVIS_CACHE_DIR'] ?? path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'parvis'), 'mediasoup-worker');
  const cached = existsSync(cache) ? readdirSync(cache).map((folder) => path.join(cache, folder, 'mediasoup-worker')) : [];
  return [process.env['PARVIS_SFU_WORKER_BIN'], workerBin, ...cached].find((file) => file !== undefined && existsSync(file));
}
