import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findPostgres } from './find-postgres.mjs';
import { freePort } from './free-port.mjs';

/** Nothing in it must survive a crash of the machine. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A PostgreSQL beside the embedded one, as an admin's own would be; undefined when it won't start. */
export async function startTestPostgres() {
  const programs = await findPostgres();
  if (!programs) return undefined;
  const data = mkdtempSync(path.join(os.tmpdir(), 'parvis-test-postgres-'));
  const runAs = unprivileged();
  if (runAs.uid) chownSync(data, runAs.uid, runAs.gid);
  const options = { ...runAs, cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }, stdio: 'ignore' };
  const remove = () => rmSync(data, { recursive: true, force: true });

  const made = await exitOf(spawn(path.join(programs, 'initdb'), ['-D', data, '-U', 'parvis', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], options));
  if (made !== 0) return remove();
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 300, ...careless };
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], options);
  const ended = exitOf(server);
  while (server.exitCode === null && !isReady(data)) await delay(20);
  if (server.exitCode !== null) return remove();
  return {
    url: `postgres://parvis@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGQUIT');
      await ended;
      remove();
    },
  };
}

function isReady(data) {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function exitOf(child) {
  try {
    return (await once(child, 'exit'))[0];
  } catch {
    return -1;
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  return {};
}
