import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './errors.ts';

/** Whom PostgreSQL's programs run as. Empty when that is simply the current user. */
export type RunAs = { uid: number; gid: number } | Record<string, never>;

const execute = promisify(execFile);

async function idOf(flag: '-u' | '-g', user: string): Promise<number> {
  const { stdout } = await execute('id', [flag, user]);
  return Number(stdout);
}

/**
 * PostgreSQL refuses to run as root. An existing cluster keeps its owner; a new one goes to
 * `postgres` or else `nobody`.
 */
export async function chooseRunAs(clusterOwner?: { uid: number; gid: number }): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  if (clusterOwner && clusterOwner.uid !== 0) return clusterOwner;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: await idOf('-u', user), gid: await idOf('-g', user) };
    } catch {
      // This user doesn't exist here: try the next.
    }
  }
  throw new EmbeddedPostgresError(
    'unsupported_platform',
    'PostgreSQL refuses to run as root, and there is neither a "postgres" nor a "nobody" user to run it as.',
  );
}
