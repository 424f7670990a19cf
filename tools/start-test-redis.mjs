import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import os from 'node:os';
import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { freePort } from './free-port.mjs';

/** A Redis in memory for the tests; undefined when there is none and none can be installed. */
export async function startTestRedis() {
  const find = () => findProgram('redis-server', 'valkey-server');
  const program = find() ?? ((await aptInstall('redis-server')) ? find() : undefined);
  if (!program) return undefined;
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', os.tmpdir()];
  const child = spawn(program, args, { stdio: 'ignore' });
  while (child.exitCode === null && !(await accepts(port)));
  if (child.exitCode !== null) return undefined;
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function accepts(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return false;
  } finally {
    socket.destroy();
  }
}
