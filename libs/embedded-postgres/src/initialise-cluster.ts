import { randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Binaries } from './binaries.ts';
import type { ClusterFolder } from './cluster-folder.ts';
import { EmbeddedPostgresError } from './errors.ts';
import type { RunAs } from './run-as.ts';
import { locale, spawnPostgres } from './spawn-postgres.ts';

/** The superuser of an embedded cluster. */
export const SUPERUSER = 'parvis';

/**
 * Makes a new cluster. It is built beside its place and moved there when it is complete, so a
 * half-done one is never taken for a database and is simply made anew.
 */
export async function initialiseCluster(folder: ClusterFolder, binaries: Binaries, runAs: RunAs): Promise<void> {
  await rm(folder.unfinished, { recursive: true, force: true });
  await rm(folder.password, { force: true });
  await mkdir(folder.unfinished, { mode: 0o700 });
  await writeFile(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runAs.uid !== undefined) {
    await chown(folder.unfinished, runAs.uid, runAs.gid);
    await chown(folder.password, runAs.uid, runAs.gid);
  }
  const child = await spawnPostgres(folder, runAs, {
    program: binaries.initdb,
    arguments: (directory) => [
      '--pgdata', folder.unfinished.replace(folder.directory, directory),
      '--username', SUPERUSER,
      '--pwfile', folder.password.replace(folder.directory, directory),
      '--auth', 'scram-sha-256',
      '--encoding', 'UTF8',
      '--locale', locale(),
      '--locale-provider', 'icu',
      '--icu-locale', 'und',
      '--data-checksums',
    ],
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[exitCode], complaint] = await Promise.all([once(child, 'close'), text(child.stderr as Readable)]);
  if (exitCode !== 0) {
    const reason = complaint.trim().split('\n').find((line) => line.includes('error:')) ?? complaint.trim();
    throw new EmbeddedPostgresError('start_failed', `The database could not be created in ${folder.data}: ${reason}`);
  }
  await rename(folder.unfinished, folder.data);
}
