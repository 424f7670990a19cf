import { spawn } from 'node:child_process';
import { once } from 'node:events';
import config from '../apps/server/rolldown.config.mjs';
import { root } from './paths.mjs';
import { rebuildOnChange } from './rebuild-on-change.mjs';

/** Builds the server on every change and restarts it. Returns what stops all of that. */
export function watchServer(env) {
  let child;

  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };

  // Vite ends this process by itself on SIGTERM or when its standard input closes.
  process.on('exit', () => child?.kill('SIGTERM'));

  const close = rebuildOnChange(config, async () => {
    await stop();
    child = spawn(process.execPath, ['--enable-source-maps', 'apps/server/dist/main.mjs'], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
  });

  return async () => {
    await close();
    await stop();
  };
}
