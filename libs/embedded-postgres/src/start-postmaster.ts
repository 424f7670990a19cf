import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ClusterFolder } from './cluster-folder.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { freePort } from './free-port.ts';
import { disownStalePid, findPostmaster } from './postmaster-file.ts';
import type { Postmaster } from './postmaster-file.ts';
import type { RunAs } from './run-as.ts';
import { spawnPostgres } from './spawn-postgres.ts';

export type Settings = Readonly<Record<string, string | number>>;

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const ATTEMPTS = 50;
const POLL_MS = 20;

/** Starts the postmaster, which outlives us, and waits until it accepts connections. */
export async function startPostmaster(
  folder: ClusterFolder,
  binaries: Binaries,
  runAs: RunAs,
  settings: Settings,
  port: number | undefined,
): Promise<Postmaster> {
  await rotateLog(folder.log);
  for (let attempt = 1; ; attempt += 1) {
    const complaint = await launch(folder, binaries, runAs, { ...settings, port: port ?? (await freePort()) });
    const postmaster = await findPostmaster(folder.data);
    if (complaint === undefined && postmaster?.ready) return postmaster;
    if (attempt === ATTEMPTS || !passes(complaint ?? '', port === undefined)) {
      throw new EmbeddedPostgresError('start_failed', `PostgreSQL did not start: ${complaint ?? `see ${folder.log}`}`);
    }
    await delay(100);
  }
}

/** Backends of a killed postmaster take a moment to notice; a free port may be taken meanwhile. */
function passes(complaint: string, anyPort: boolean): boolean {
  if (/shared memory block .* still in use/.test(complaint)) return true;
  return anyPort && /could not (bind|create any TCP)/.test(complaint);
}

/** Resolves to what PostgreSQL complained about, or to undefined once it is ready. */
async function launch(
  folder: ClusterFolder,
  binaries: Binaries,
  runAs: RunAs,
  settings: Settings,
): Promise<string | undefined> {
  await disownStalePid(folder.data);
  const log = await open(folder.log, 'a', 0o600);
  const { size } = await log.stat();
  const options = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
  try {
    const child = await spawnPostgres(folder, runAs, {
      program: binaries.postgres,
      arguments: (directory) => [
        '-D', folder.data.replace(folder.directory, directory),
        ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      stdio: ['ignore', log.fd, log.fd],
      // A session of its own: Ctrl+C in our terminal must not stop it before we do.
      detached: true,
    });
    let failure: string | undefined;
    child.once('error', (error) => (failure = error.message));
    while (child.exitCode === null && child.signalCode === null && failure === undefined) {
      if ((await findPostmaster(folder.data))?.ready) {
        child.unref();
        return undefined;
      }
      await delay(POLL_MS);
    }
    return failure ?? (await complaintSince(folder.log, size));
  } finally {
    await log.close();
  }
}

async function complaintSince(log: string, offset: number): Promise<string> {
  const lines = (await readFile(log)).subarray(offset).toString().trim().split('\n');
  const telling = lines.filter((line) => /FATAL|PANIC|could not/.test(line));
  return (telling.length > 0 ? telling : lines.slice(-1)).map((line) => line.replace(/^.*?(FATAL|PANIC|LOG|WARNING):\s*/, '')).join('; ');
}

async function rotateLog(log: string): Promise<void> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.1`);
}
