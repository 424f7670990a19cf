import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { withFileLock } from './file-lock.ts';
import { root, sharedFolder } from './paths.ts';

const run = promisify(execFile);
const built = new Map<string, Promise<void>>();

/** Builds one of apps/ when its sources changed since the last build; once per process. */
export function buildApp(app: 'server' | 'sfu'): Promise<void> {
  let building = built.get(app);
  if (!building) built.set(app, (building = build(app)));
  return building;
}

function build(app: string): Promise<void> {
  return withFileLock(path.join(sharedFolder, 'build.lock'), async () => {
    const script = `const { ensureBuilt } = await import(${JSON.stringify(path.join(root, 'tools/ensure-built.mjs'))});
      process.exitCode = (await ensureBuilt(${JSON.stringify(app)})) ? 0 : 1;`;
    await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env: withTools() });
  });
}

/** The environment in which what tools/ calls is found. */
export const withTools = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
});
