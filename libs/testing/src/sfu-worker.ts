import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { withTools } from './build-app.ts';
import { root } from './paths.ts';

const run = promisify(execFile);
let worker: Promise<string | null> | undefined;

/**
 * mediasoup's worker: null, said why, when there can be none here. The first time on a machine it
 * takes minutes, so a test file asks at its top, outside of any hook: `describe.skipIf(!(await sfuWorker()))`.
 * `npm test` makes it beside the first checks; with `PARVIS_TEST_SFU=off` there is none.
 */
export function sfuWorker(): Promise<string | null> {
  worker ??= process.env['PARVIS_TEST_SFU'] === 'off' ? Promise.resolve(null) : ensure();
  return worker;
}

async function ensure(): Promise<string | null> {
  const script = `const { ensureSfuWorker } = await import(${JSON.stringify(path.join(root, 'tools/ensure-sfu-worker.mjs'))});
    const file = await ensureSfuWorker();
    process.stdout.write('\\0' + (file ?? ''));`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env: withTools() });
  const file = stdout.slice(stdout.lastIndexOf('\0') + 1);
  if (file === '') console.warn(`There is no media server here, so its tests are skipped. ${stderr.trim()}`);
  return file === '' ? null : file;
}
