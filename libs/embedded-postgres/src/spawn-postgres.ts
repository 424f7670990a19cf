import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ClusterFolder } from './cluster-folder.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { isReachable } from './reachable.ts';
import type { RunAs } from './run-as.ts';

interface Command {
  program: string;
  /** Gets the cluster folder's path as the program can see it. */
  arguments: (directory: string) => string[];
  stdio: [number | 'ignore' | 'pipe', number | 'ignore' | 'pipe', number | 'ignore' | 'pipe'];
  detached?: boolean;
}

/**
 * Starts one of PostgreSQL's programs on the folder as `runAs`.
 *
 * Below a private folder (/root/parvis/data) that user may own the cluster's folder and yet not
 * get there by its path. On Linux we hand it the open folder as descriptor 3: the kernel follows
 * /proc/self/fd/3 without walking the path, and PostgreSQL's own paths are relative to its data.
 */
export async function spawnPostgres(folder: ClusterFolder, runAs: RunAs, command: Command): Promise<ChildProcess> {
  const reachable = await isReachable(folder.directory, runAs);
  if (!reachable && process.platform !== 'linux') {
    throw new EmbeddedPostgresError(
      'folder_unusable',
      `The user that PostgreSQL runs as can't get to ${folder.directory}: set PARVIS_DATA_DIR to a folder that isn't below a private one.`,
    );
  }
  const handle = reachable ? undefined : await open(folder.directory, 'r');
  try {
    const stdio: StdioOptions = handle ? [...command.stdio, handle.fd] : command.stdio;
    const child = spawn(command.program, command.arguments(handle ? '/proc/self/fd/3' : folder.directory), {
      ...runAs,
      // Changed to before the user is, so even a folder that can't be reached will do.
      cwd: folder.directory,
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: locale(), HOME: path.dirname(command.program) },
      stdio,
      detached: command.detached ?? false,
    });
    // Spawning is synchronous: the child has its own copy of the descriptor from here on.
    return child;
  } finally {
    await handle?.close();
  }
}

export function locale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}
