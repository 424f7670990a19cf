import { SFU_PATH } from '@parvis/sfu-protocol';
import { sfuWorker } from '@parvis/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readConfig } from '../config/config.ts';
import { startMediaProcess, type MediaProcess } from '../media-process.ts';
import { TestServer } from './test-server.ts';

export interface TestHost extends MediaProcess {
  readonly url: string;
  readonly secret: string;
  readonly recordings: string;
  connect: () => Promise<TestServer>;
  /** Its workers run. */
  ready: () => Promise<void>;
}

/** A media host of this process with real workers, on free ports, for one test. */
export async function startTestHost(env: Record<string, string> = {}): Promise<TestHost> {
  const secret = 'a secret for the tests only';
  const recordings = await mkdtemp(path.join(tmpdir(), 'parvis-sfu-'));
  const config = readConfig({
    PARVIS_SFU_SECRET: secret, PARVIS_SFU_PORT: '0', PARVIS_SFU_RTC_PORT: '0', PARVIS_SFU_RTC_HOST: '127.0.0.1', PARVIS_SFU_WORKERS: '1',
    PARVIS_SFU_WORKER_BIN: (await sfuWorker()) ?? undefined, PARVIS_SFU_RECORDINGS_DIR: recordings, PARVIS_LOG_LEVEL: process.env['PARVIS_TEST_LOG'] ?? 'silent', ...env,
  });
  const running = await startMediaProcess(config, pino({ level: config.logLevel }));
  const servers: TestServer[] = [];
  onTestFinished(async () => {
    for (const server of servers) server.socket.terminate();
    await running.close();
    await rm(recordings, { recursive: true, force: true });
  });
  const url = `ws://127.0.0.1:${running.port}${SFU_PATH}`;
  const connect = async (): Promise<TestServer> => {
    const server = new TestServer(url, secret);
    servers.push(server);
    return server.opened();
  };
  const ready = async (): Promise<void> => {
    const server = await connect();
    const { state } = await server.call('getStatus', {});
    if (state !== 'ready') await server.event((event) => event.type === 'status' && event.status.state === 'ready');
  };
  return { ...running, url, secret, recordings, connect, ready };
}
