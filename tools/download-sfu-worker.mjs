import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';

const PATIENCE = 60_000;

/**
 * Fetches the worker that mediasoup's authors built for this system into `file`. Resolves to whether
 * it is there now: without a way to their server it is not, and nothing else depends on it.
 */
export async function downloadSfuWorker(packageFolder, file) {
  const folder = `${file}.download`;
  try {
    const archive = await fetchArchive(archiveUrl(packageFolder));
    if (!archive) return false;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'archive.tgz'), archive);
    const { code } = await run('tar', ['-xzf', 'archive.tgz', 'mediasoup-worker'], { cwd: folder, quiet: true });
    if (code !== 0) return false;
    const extracted = path.join(folder, 'mediasoup-worker');
    chmodSync(extracted, 0o755);
    renameSync(extracted, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchArchive(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
}

/** As the package's own install script names it. */
export function archiveUrl(packageFolder, env = process.env) {
  const { version, repository } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const base = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const kernel = platform() === 'linux' ? `-kernel${Number.parseInt(release(), 10)}` : '';
  return `${base}/${version}/mediasoup-worker-${version}-${platform()}-${arch()}${kernel}.tgz`;
}
