import { randomBytes } from 'node:crypto';
import { buildApp } from './build-app.ts';
import { SfuProcess } from './sfu-process.ts';
import { sfuWorker } from './sfu-worker.ts';

export interface TestSfuOptions {
  /** mediasoup workers: 1 by default. */
  workers?: number;
  /** More settings of the media host. */
  env?: Record<string, string>;
}

/** A media host as it is shipped, in a process of its own on free ports. `recordings`: where it keeps them. */
export async function startTestSfu(recordings: string, { workers = 1, env = {} }: TestSfuOptions = {}): Promise<SfuProcess> {
  const worker = await sfuWorker();
  if (worker === null) throw new Error('There is no media server here: skip this test unless sfuWorker() names one.');
  await buildApp('sfu');
  const sfu = await SfuProcess.create({ secret: randomBytes(24).toString('base64url'), worker, workers, recordings, env });
  await sfu.start();
  return sfu;
}
