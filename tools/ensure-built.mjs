import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashInputs } from './hash-inputs.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { withLock } from './with-lock.mjs';

/**
 * Builds those of the apps whose inputs changed since their last build.
 * @returns whether all of them are built
 */
export async function ensureBuilt(...apps) {
  const outcomes = await Promise.all(apps.map((app) => build(`apps/${app}`)));
  return outcomes.every(Boolean);
}

async function build(project) {
  const stamp = path.join(root, '.cache', 'built', path.basename(project));
  if (isUpToDate(project, stamp)) return true;
  mkdirSync(path.dirname(stamp), { recursive: true });
  return withLock(`${stamp}.lock`, async () => {
    // Another process may have built it while we waited.
    const hash = hashInputs(project);
    if (isUpToDate(project, stamp, hash)) return true;
    console.log(`Building ${project} …`);
    // A build that is cut off must not pass for the one before it.
    rmSync(stamp, { force: true });
    const { scripts } = JSON.parse(readFileSync(path.join(root, project, 'package.json'), 'utf8'));
    // The script itself rather than `npm run`: npm would put its own Node first.
    const { code, stdout } = await run(scripts.build, [], { cwd: path.join(root, project), shell: true, capture: true });
    if (code === 0) writeFileSync(stamp, hash);
    else console.error(`${stdout}\nThe build of ${project} failed.`);
    return code === 0;
  });
}

function isUpToDate(project, stamp, hash = hashInputs(project)) {
  return existsSync(path.join(root, project, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}
