import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort, type SfuProcess, startTestSfu } from '@parvis/testing';
import type { Browser } from '@playwright/test';
import { type MeetingScene, startMeeting } from './meeting-people.ts';

export interface TwoHosts {
  /** `port`: of its media. */
  hosts: readonly { sfu: SfuProcess; port: number }[];
  scene: MeetingScene;
  stop(): Promise<void>;
}

const secret = 'a secret for tests only';

/** A meeting that has two media hosts, each with `env`. */
export async function startOnTwoHosts(browser: Browser, names: readonly string[], env: Record<string, string> = {}): Promise<TwoHosts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-two-hosts-'));
  const hosts: { sfu: SfuProcess; port: number }[] = [];
  const stopHosts = async () => {
    for (const { sfu } of hosts) await sfu.kill9();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const name of ['a', 'b']) {
      const port = await freePort();
      hosts.push({ port, sfu: await startTestSfu(path.join(folder, name), { env: { ...env, PARVIS_SFU_SECRET: secret, PARVIS_SFU_RTC_PORT: String(port) } }) });
    }
    const scene = await startMeeting(browser, names, null, { PARVIS_SFU_URLS: hosts.map(({ sfu }) => sfu.url).join(','), PARVIS_SFU_SECRET: secret });
    return { hosts, scene, stop: () => scene.stop().finally(stopHosts) };
  } catch (error) {
    await stopHosts();
    throw error;
  }
}
