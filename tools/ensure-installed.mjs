import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isInstalled } from './is-installed.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const stamp = path.join(root, 'node_modules', '.parvis-lock-hash');

/** Installs the locked packages when they aren't there. Ends the process when that fails. */
export async function ensureInstalled() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  if (readStamp() === hash) return;
  if (!isInstalled()) await install();
  writeFileSync(stamp, hash);
}

async function install() {
  console.log('Installing the packages (once, about a minute) …');
  const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const env = {
    // The machine's own Node: the pinned one is among what npm removes first.
    PATH: process.env.PATH.split(path.delimiter).filter((folder) => !folder.startsWith(path.join(root, 'node_modules'))).join(path.delimiter),
    // mediasoup would download or compile its worker: ours is built elsewhere.
    MEDIASOUP_WORKER_BIN: process.execPath,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  };
  const { code } = await run('npm', args, { env });
  if (code !== 0) {
    console.error('npm could not install the packages (its message is above). Nothing was started.');
    process.exit(1);
  }
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
