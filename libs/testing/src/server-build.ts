import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { withFileLock } from './file-lock.ts';
import { root, sharedFolder } from './paths.ts';

export const serverMain = path.join(root, 'apps/server/dist/main.mjs');
export const serverCli = path.join(root, 'apps/server/dist/cli.mjs');

const run = promisify(execFile);
let built: Promise<void> | undefined;

/** Builds the server when its sources changed since the last build; once per process. */
export function ensureServerBuilt(): Promise<void> {
  built ??= withFileLock(path.join(sharedFolder, 'build.lock'), async () => {
    const script = `const { ensureBuilt } = await import(${JSON.stringify(path.join(root, 'tools/ensure-built.mjs'))});
      process.exitCode = (await ensureBuilt('server')) ? 0 : 1;`;
    const bin = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
    await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env: { ...process.env, PATH: bin } });
  });
  return built;
}
