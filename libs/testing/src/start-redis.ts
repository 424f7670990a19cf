import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@parvis/embedded-postgres';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Whether `startRedis` can work here: tests that need it are skipped otherwise. */
export const hasRedis = program !== undefined || Boolean(process.env['PARVIS_TEST_REDIS_URL']);

/** A Redis in memory of its own; without the program, the one of `PARVIS_TEST_REDIS_URL`. */
export async function startRedis(): Promise<TestRedis> {
  if (program === undefined) return { url: process.env['PARVIS_TEST_REDIS_URL'] ?? '', stop: () => Promise.resolve() };
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', os.tmpdir()];
  const child = spawn(program, args, { stdio: 'ignore' });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await delay(20);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
