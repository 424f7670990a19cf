import { existsSync } from 'node:fs';
import { run } from './run.mjs';

let listsUpdated = false;

let before = Promise.resolve();

/** Installs Debian packages when that is possible here. Resolves to whether it did. */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return Promise.resolve(false);
  // One after the other: apt-get itself refuses a second one.
  const installing = before.then(() => install(packages));
  before = installing;
  return installing;
}

async function install(packages) {
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const options = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=600'];
  // Runlevel 1 keeps Debian from starting a service that a package brings.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  if (!listsUpdated) {
    listsUpdated = true;
    await run('apt-get', [...options, 'update'], { env, quiet: true });
  }
  const { code } = await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], { env, quiet: true });
  return code === 0;
}
