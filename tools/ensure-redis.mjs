import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

/** Resolves to whether tests can start a Redis: one that is there, or Debian's. */
export async function ensureRedis() {
  if (process.env.PARVIS_TEST_REDIS_URL) return true;
  const find = () => findProgram('redis-server', 'valkey-server');
  return Boolean(find() ?? ((await aptInstall('redis-server')) && find()));
}
