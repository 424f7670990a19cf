import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { LossyRoad, type SfuProcess, startTestServer, startTestSfu, type TestAccount, type TestServer } from '@parvis/testing';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
  '--use-fake-device-for-media-stream=fps=10', '--use-fake-ui-for-media-stream',
];
const PATIENCE = 60_000;
const SECRET = 'a secret for this bench only';

/** Two people who see and hear each other. */
export interface RunningMeeting {
  pages: readonly Page[];
  server: TestServer;
  /** Carries it, and is reached over the road. */
  first: SfuProcess;
  /** Not running yet. */
  second: SfuProcess;
  road: LossyRoad;
}

export async function withMeeting<T>(work: (meeting: RunningMeeting) => Promise<T>): Promise<T> {
  const ends: (() => unknown)[] = [];
  try {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-recovery-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const road = await LossyRoad.open('127.0.0.2', '127.0.0.1');
    ends.push(() => road.close());
    const host = (name: string, env: Record<string, string>) => startTestSfu(path.join(folder, name), { env: { PARVIS_SFU_SECRET: SECRET, ...env } });
    const first = await host('a', { PARVIS_SFU_RTC_PORT: String(road.port), PARVIS_SFU_ANNOUNCED_ADDRESSES: road.address });
    ends.push(() => first.kill9());
    const second = await host('b', {});
    await second.kill9();
    ends.push(() => second.kill9());
    const server = await startTestServer({ env: { PARVIS_SFU_URLS: `${first.url},${second.url}`, PARVIS_SFU_SECRET: SECRET, PARVIS_LOG_LEVEL: 'silent' } });
    ends.push(() => server.stop());
    const owner = await server.setUp();
    const other = await server.createUser('Bilal Haddad');
    const { channel } = await owner.api.call('openConversation', { body: { userIds: [other.user.id] } });
    const browser = await chromium.launch({ executablePath: process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium', args: ARGUMENTS });
    ends.push(() => browser.close());
    const meeting = await owner.api.call('startMeeting', { params: { id: channel.id }, body: { ring: false } });
    const pages = [];
    for (const account of [owner, other]) pages.push(await enter(browser, server, account, meeting.id));
    for (const page of pages) await page.waitForFunction(() => ['picture', 'sound'].every((what) => (window as unknown as { mediaCame: Record<string, number[]> }).mediaCame[what]!.length > 20));
    return await work({ pages, server, first, second, road });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function enter(browser: Browser, { url }: TestServer, account: TestAccount, meetingId: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 900, height: 600 } });
  context.setDefaultTimeout(PATIENCE);
  await context.addCookies([{ name: 'parvis-session', value: account.token, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.addInitScript(noteWhatComes);
  await page.goto(`${url}/meet/${meetingId}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  return page;
}

/** When a picture was decoded and a packet of sound came, over whichever connection. */
function noteWhatComes(): void {
  const Original = window.RTCPeerConnection;
  const connections: RTCPeerConnection[] = [];
  const mediaCame = { picture: [] as number[], sound: [] as number[] };
  Object.assign(window, {
    mediaCame,
    RTCPeerConnection: class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    },
  });
  const before = new Map<string, number>();
  const look = async (): Promise<void> => {
    for (const [index, connection] of connections.entries()) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (report['type'] !== 'inbound-rtp') continue;
        const what = report['kind'] === 'video' ? 'picture' : 'sound';
        const key = `${index}/${String(report['id'])}`;
        const count = Number(report[what === 'picture' ? 'framesDecoded' : 'packetsReceived'] ?? 0);
        if (count > (before.get(key) ?? 0)) mediaCame[what].push(performance.now());
        before.set(key, count);
      }
    }
    setTimeout(() => void look(), 40);
  };
  void look();
}
