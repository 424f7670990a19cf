import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { locateBinaries } from './binaries.ts';
import { clusterFolder, createFolder, inspectCluster } from './cluster-folder.ts';
import type { ClusterFolder } from './cluster-folder.ts';
import { ClusterUsers } from './cluster-users.ts';
import { ensureDatabase } from './ensure-database.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { withFolderLock } from './folder-lock.ts';
import { initialiseCluster, SUPERUSER } from './initialise-cluster.ts';
import { findPostmaster } from './postmaster-file.ts';
import type { Postmaster } from './postmaster-file.ts';
import { chooseRunAs } from './run-as.ts';
import { startPostmaster } from './start-postmaster.ts';
import type { Settings } from './start-postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password and its log; made when it isn't there. */
  directory: string;
  /** Made when it isn't there. */
  database: string;
  /** Any free one when left out. Ignored when the cluster runs already. */
  port?: number;
  /** Server settings as in postgresql.conf. Ignored when the cluster runs already. */
  settings?: Settings;
}

export interface EmbeddedPostgres {
  url: string;
  /** The same server's `postgres` database, to create others from. */
  adminUrl: string;
  /** False when another living process uses this cluster too. */
  owned: boolean;
  /** Stops PostgreSQL, unless another living process still uses it. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL in a folder. One that runs there already, because another process uses it or
 * because its last user was killed, is taken as it is.
 * @throws EmbeddedPostgresError with one line to show
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = clusterFolder(path.resolve(options.directory));
  const { major } = await locateBinaries({});
  const runAs = await chooseRunAs(await inspectCluster(folder, major));
  await createFolder(folder, runAs);
  const users = new ClusterUsers(folder.users);

  return withFolderLock(folder.lock, async () => {
    const owned = !(await users.othersAlive());
    let postmaster = await adopt(folder);
    if (!postmaster) {
      const binaries = await locateBinaries(runAs);
      // Asked again: another process may have made it while we waited for the lock.
      if (!(await inspectCluster(folder, major))) await initialiseCluster(folder, binaries, runAs);
      postmaster = await startPostmaster(folder, binaries, runAs, options.settings ?? {}, options.port);
    }
    const server = `postgres://${SUPERUSER}:${await readPassword(folder)}@127.0.0.1:${postmaster.port}`;
    await ensureDatabase(`${server}/postgres`, options.database);
    await users.add();
    return {
      url: `${server}/${encodeURIComponent(options.database)}`,
      adminUrl: `${server}/postgres`,
      owned,
      stop: () =>
        withFolderLock(folder.lock, async () => {
          await users.remove();
          if (!(await users.othersAlive())) await stopPostmaster(folder.data);
        }),
    };
  });
}

/** A postmaster that runs already, once it accepts connections; undefined when there is none. */
async function adopt(folder: ClusterFolder): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = await findPostmaster(folder.data);
    if (!postmaster || postmaster.ready) return postmaster;
    await delay(20);
  }
}

async function readPassword(folder: ClusterFolder): Promise<string> {
  try {
    return (await readFile(folder.password, 'utf8')).trim();
  } catch {
    throw new EmbeddedPostgresError('folder_unusable', `The password of the database in ${folder.directory} is gone (${folder.password}).`);
  }
}
