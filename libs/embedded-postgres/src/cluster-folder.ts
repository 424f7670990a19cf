import { constants } from 'node:fs';
import { access, chown, mkdir, readdir, readFile, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import type { RunAs } from './run-as.ts';

/** What lies where in the folder that holds an embedded cluster. */
export interface ClusterFolder {
  directory: string;
  data: string;
  /** Where initdb works; becomes `data` only when it is done. */
  unfinished: string;
  password: string;
  log: string;
  users: string;
  lock: string;
}

export function clusterFolder(directory: string): ClusterFolder {
  const at = (name: string) => path.join(directory, name);
  return {
    directory,
    data: at('data'),
    unfinished: at('data.unfinished'),
    password: at('password'),
    log: at('postgresql.log'),
    users: at('users'),
    lock: at('lock'),
  };
}

/** Owner of the cluster in the folder, or undefined when there is no cluster yet. Changes nothing. */
export async function inspectCluster(
  folder: ClusterFolder,
  ourMajor: number,
): Promise<{ uid: number; gid: number } | undefined> {
  await requireWritable(folder.directory);
  const versionFile = path.join(folder.data, 'PG_VERSION');
  let version: string;
  try {
    version = (await readFile(versionFile, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unusable(folder.data, error);
    await requireEmpty(folder.data);
    return undefined;
  }
  const major = Number.parseInt(version, 10);
  if (major > ourMajor) {
    throw new EmbeddedPostgresError(
      'cluster_newer',
      `The database in ${folder.data} is of PostgreSQL ${version}, newer than the ${ourMajor} of this version of Parvis: start it with the newer Parvis. Nothing was changed.`,
    );
  }
  if (major < ourMajor) {
    throw new EmbeddedPostgresError(
      'cluster_older',
      `The database in ${folder.data} is of PostgreSQL ${version}, older than the ${ourMajor} of this version of Parvis: dump it with the former version and restore it. Nothing was changed.`,
    );
  }
  const owner = await stat(folder.data);
  if (owner.uid === 0) {
    throw new EmbeddedPostgresError(
      'folder_unusable',
      `The database in ${folder.data} belongs to root, as whom PostgreSQL doesn't run: give it back to its user (chown -R). Nothing was changed.`,
    );
  }
  return { uid: owner.uid, gid: owner.gid };
}

export async function createFolder(folder: ClusterFolder, runAs: RunAs): Promise<void> {
  try {
    await makeFolders(folder.directory);
    if (runAs.uid !== undefined) await chown(folder.directory, runAs.uid, runAs.gid);
  } catch (error) {
    throw unusable(folder.directory, error);
  }
}

/** One by one: Node's recursive mkdir never returns where none can be made although its parent is there (/proc). */
async function makeFolders(directory: string): Promise<void> {
  if (await exists(directory)) return;
  await makeFolders(path.dirname(directory));
  await mkdir(directory, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file, constants.F_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function requireWritable(directory: string): Promise<void> {
  try {
    let existing = directory;
    while (!(await exists(existing))) existing = path.dirname(existing);
    await access(existing, constants.W_OK | constants.X_OK);
    await readdir(existing);
  } catch (error) {
    throw unusable(directory, error);
  }
}

/** An empty folder is as good as none; anything else isn't ours to overwrite. */
async function requireEmpty(data: string): Promise<void> {
  try {
    await rmdir(data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new EmbeddedPostgresError(
      'folder_unusable',
      `${data} holds something that isn't a PostgreSQL database. Nothing was changed.`,
    );
  }
}

function unusable(directory: string, error: unknown): EmbeddedPostgresError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new EmbeddedPostgresError('folder_unusable', `Cannot write to the data folder ${directory} (${reason}). Nothing was changed.`);
}
