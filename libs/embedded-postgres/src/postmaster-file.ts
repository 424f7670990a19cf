import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from './process-identity.ts';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Above Linux' highest possible pid, so surely nobody's. */
const NOBODYS_PID = 4_194_305;

/** The running postmaster of a data folder, from its postmaster.pid (see miscadmin.h for the lines). */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0) || !(await isPostmasterOf(pid, data))) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * PostgreSQL takes any living process of that pid for the former postmaster: a zombie that nobody
 * reaps, or after a container restart one of our own threads. Then it must be told that it's dead.
 * The other lines stay: they let PostgreSQL find backends that outlived a killed postmaster.
 */
export async function disownStalePid(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined || process.platform !== 'linux') return;
  const pid = Number.parseInt(content, 10);
  if (pid > 0 && !(await isPostmasterOf(pid, data))) {
    await writeFile(file, content.replace(/^\d+/, String(NOBODYS_PID)));
  }
}

async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  if ((await processIdentity(pid)) === undefined) return false;
  if (process.platform !== 'linux') return true;
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingFolder === (await realpath(data));
}
