import { setTimeout as delay } from 'node:timers/promises';
import { findPostmaster } from './postmaster-file.ts';

const POLL_MS = 10;
/** Fast shutdown ends sessions at once, so only a checkpoint on a very slow disk takes longer. */
const PATIENCE_MS = 60_000;

/** Fast shutdown: sessions end, the checkpoint is written. Resolves when the process is gone. */
export async function stopPostmaster(data: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const postmaster = await findPostmaster(data);
  if (!postmaster) return;
  signal(postmaster.pid, 'SIGINT');
  while ((await findPostmaster(data))?.pid === postmaster.pid) {
    if (Date.now() > deadline) return signal(postmaster.pid, 'SIGQUIT');
    await delay(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
