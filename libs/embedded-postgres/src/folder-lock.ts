import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { processIdentity } from './process-identity.ts';

/** A start may have to replay a long log after a crash. */
const PATIENCE_MS = 120_000;

/**
 * Runs `work` while no other process does so for the same file. A lock whose holder died is taken
 * over. Node has no flock, so the lock is a hard link to a file that names its holder: making a
 * link fails when the name is taken, and the content is complete from the start.
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, (await processIdentity(process.pid)) ?? '');
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await tryLink(mine, file))) {
      if (Date.now() > deadline) {
        throw new EmbeddedPostgresError('start_failed', `Another process has been starting PostgreSQL for too long (${file}).`);
      }
      if (!(await releaseIfAbandoned(file))) await delay(50);
    }
    try {
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function tryLink(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function releaseIfAbandoned(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => undefined);
  if (holder === undefined) return true;
  const pid = Number.parseInt(holder, 10);
  if (holder === (await processIdentity(pid))) return false;
  // Renamed first, then looked at again: two waiters must not remove a lock taken in between.
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  const removed = await readFile(aside, 'utf8').catch(() => undefined);
  if (removed !== undefined && removed !== holder) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return true;
}
