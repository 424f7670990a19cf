import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

export interface PlainHost {
  readonly url: string;
  readonly secret: string;
  /** Where a participant's packets go, once they are attached. */
  sendTransport(ids: { roomId: string; epoch: number; peerId: string }): Promise<{ transportId: string; port: number }>;
  stop(): Promise<void>;
}

/** A media host as it is, that can also be sent to without WebRTC. */
export async function startPlainHost(workerBin: string): Promise<PlainHost> {
  const secret = randomBytes(24).toString('hex');
  const recordings = await mkdtemp(path.join(tmpdir(), 'parvis-bench-sfu-'));
  const child = fork(path.join(ROOT, 'apps/sfu/src/testing/plain-host.ts'), {
    cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'], PARVIS_SFU_SECRET: secret, PARVIS_SFU_HOST: '127.0.0.1', PARVIS_SFU_PORT: '0', PARVIS_SFU_RTC_PORT: '0', PARVIS_SFU_RTC_HOST: '127.0.0.1',
      PARVIS_SFU_ANNOUNCED_ADDRESSES: '127.0.0.1', PARVIS_SFU_WORKERS: '1', PARVIS_SFU_WORKER_BIN: workerBin, PARVIS_SFU_RECORDINGS_DIR: recordings,
    },
  });
  const ended = once(child, 'exit');
  const next = async <T>(): Promise<T> => ((await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the media host ended')))])) as [T])[0];
  const { port } = await next<{ port: number }>();
  let turn = Promise.resolve();
  return {
    url: `http://127.0.0.1:${port}`, secret,
    sendTransport: (ids) => {
      const made = turn.then(async () => {
        child.send([{ ids, direction: 'send' }]);
        return (await next<{ made: { transportId: string; port: number }[] }>()).made[0]!;
      });
      turn = made.then(() => undefined, () => undefined);
      return made;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
      await rm(recordings, { recursive: true, force: true });
    },
  };
}
