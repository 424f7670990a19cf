import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { node, root } from './paths.mjs';
import { toolEnvironment } from './run.mjs';

const endWithParent = fileURLToPath(new URL('end-with-parent.mjs', import.meta.url));
const PATIENCE = 10_000;
const LONGEST_PAUSE = 30_000;

/**
 * Runs a Node program beside us and starts it again `pause` milliseconds after its end, later and
 * later while it ends at once. It does not outlive us. `restart` does it now, with more in its environment.
 */
export function keepRunning(name, args, env, { pause = 1_000 } = {}) {
  const stopping = new AbortController();
  let environment = env;
  let child;
  let asked = false;

  const ended = (async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const since = Date.now();
      asked = false;
      child = spawn(node, ['--import', endWithParent, ...args], { cwd: root, env: toolEnvironment(environment), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      const [code, signal] = await once(child, 'exit').catch((error) => [error.message]);
      if (stopping.signal.aborted) return;
      if (asked) continue;
      failures = Date.now() - since > PATIENCE ? 1 : failures + 1;
      const wait = Math.min(pause * 2 ** (failures - 1), LONGEST_PAUSE);
      console.error(`${name} ended (${signal ?? code}); it is started again in ${wait / 1_000} s.`);
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    /** Once it has ended and is not started again. */
    ended,
    /** Ctrl+C goes to the whole process group: what it ended must not come back. */
    expectEnd: () => stopping.abort(),
    restart: (more) => {
      environment = { ...environment, ...more };
      asked = true;
      child?.kill('SIGINT');
    },
    stop: async () => {
      stopping.abort();
      // At once: a media host that gets SIGTERM sees its meetings off first, and the server is gone already.
      child?.kill('SIGINT');
      const timer = setTimeout(() => child?.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
  };
}
