import path from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';
import { packages } from './packages.mjs';

/** Each package with the compiler, two at a time. Each counts as one check. */
export async function typecheck() {
  const waiting = packages();
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const worker = async () => {
    for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
      const { code, stdout } = await run('tsc', ['--noEmit'], { cwd: path.join(root, folder), capture: true });
      console.log(`${code === 0 ? '✓' : '✗'} ${folder}`);
      if (stdout) console.log(stdout.trimEnd());
      tally[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}
