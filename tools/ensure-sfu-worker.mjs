import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { arch, homedir } from 'node:os';
import path from 'node:path';
import { aptInstall } from './apt-install.mjs';
import { downloadSfuWorker } from './download-sfu-worker.mjs';
import { node, root } from './paths.mjs';
import { run } from './run.mjs';
import { withLock } from './with-lock.mjs';

const recipe = path.join(root, 'tools', 'sfu-worker');
const packageFolder = path.join(root, 'node_modules', 'mediasoup');
const debianPackages = ['g++', 'ninja-build', 'flatbuffers-compiler', 'libflatbuffers-dev', 'libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libabsl-dev'];

/** Where mediasoup's worker is, or will be once it is built: outside the checkout, by version, recipe and machine. */
export function sfuWorkerFile() {
  if (process.env.MEDIASOUP_WORKER_BIN) return path.resolve(process.env.MEDIASOUP_WORKER_BIN);
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  for (const file of readdirSync(recipe, { recursive: true }).sort()) {
    if (/\.(mjs|h)$/.test(file)) hash.update(readFileSync(path.join(recipe, file)));
  }
  const cache = process.env.PARVIS_CACHE_DIR ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'parvis');
  return path.join(cache, 'mediasoup-worker', `${version}-${arch()}-${hash.digest('hex').slice(0, 12)}`, 'mediasoup-worker');
}

/**
 * Path of a mediasoup worker: the one that MEDIASOUP_WORKER_BIN names, one made earlier, the one that
 * its authors offer for download, or one built here from the package's own sources (some minutes, as
 * `nice` as said). Undefined, and said why, when there can be none.
 */
export async function ensureSfuWorker({ nice = 10 } = {}) {
  const file = sfuWorkerFile();
  if (process.env.MEDIASOUP_WORKER_BIN) return runs(file) ? file : console.error(`MEDIASOUP_WORKER_BIN is ${file}, which can't be run.`);
  if (runs(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  return withLock(`${file}.lock`, async () => {
    if (runs(file) || ((await downloadSfuWorker(packageFolder, file)) && runs(file))) return file;
    return build(file, nice);
  });
}

async function build(file, nice) {
  const missing = ['g++', 'ninja', 'flatc'].filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0);
  if (!(await aptInstall(...debianPackages)) && missing.length > 0) {
    return void console.error(`Meetings need mediasoup's worker, which can't be built here without ${missing.join(', ')} (Debian: ${debianPackages.join(' ')}).`);
  }
  console.log('Building the media server (once, some minutes; everything but meetings works meanwhile) …');
  const folder = `${file}.build`;
  const { code, stdout } = await run('nice', ['-n', String(nice), node, path.join(recipe, 'build-worker.mjs'), packageFolder, folder], { capture: true });
  if (code !== 0) return void console.error(`${stdout.slice(-4_000)}\nThe media server could not be built.`);
  renameSync(path.join(folder, 'mediasoup-worker'), file);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

/** A worker of another system's libraries is there and yet can't be started: the dynamic linker says 127. */
function runs(file) {
  if (!existsSync(file)) return false;
  const { status, error } = spawnSync(file, [], { env: {}, stdio: 'ignore', timeout: 5_000 });
  return !error && status !== 127;
}
