import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';
import { toolEnvironment } from './run.mjs';

/**
 * Becomes `program`: same terminal, its exit code is ours, and it decides how to stop. Ctrl+C
 * reaches us from the terminal and again from npm, so each signal is passed on once. `onSignal` is
 * told of the first; `beforeEnd` ends what else we run.
 */
export function supervise(program, args, env = {}, { onSignal, beforeEnd } = {}) {
  const child = spawn(program, args, { cwd: root, env: toolEnvironment(env), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let passedOn = false;
    process.on(signal, () => {
      onSignal?.();
      if (!passedOn) child.kill(signal);
      passedOn = true;
    });
  }
  child.once('error', async (error) => {
    console.error(`${program}: ${error.message}`);
    await beforeEnd?.();
    process.exit(127);
  });
  child.once('exit', async (code, signal) => {
    await beforeEnd?.();
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}
