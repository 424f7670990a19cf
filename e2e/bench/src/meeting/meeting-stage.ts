import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { withPostgres } from '../fan-out/with-postgres.ts';

/** A running meeting on a server and a media host as they are shipped, on a PostgreSQL that syncs to disk. */
export interface MeetingStage {
  readonly server: TestServer;
  readonly meetingId: string;
  /** Somebody who may be in it. */
  person(name: string): Promise<TestAccount>;
}

/** `host`: a media host that is there already, in place of one as it is shipped. */
export async function withMeeting<T>(work: (stage: MeetingStage) => Promise<T>, host?: { url: string; secret: string }): Promise<T> {
  return withPostgres(async (databaseUrl) => {
    process.env['PARVIS_TEST_DATABASE_URL'] = databaseUrl;
    const env = { PARVIS_VALIDATE_RESPONSES: '', PARVIS_LOG_LEVEL: 'error', ...(host && { PARVIS_SFU_URLS: host.url, PARVIS_SFU_SECRET: host.secret }) };
    const server = await startTestServer({ ...(!host && { sfu: true as const }), env });
    try {
      const owner = await server.setUp();
      const { team } = await owner.api.call('createTeam', { body: { name: 'Bench' } });
      const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'bench' } });
      const { id: meetingId } = await owner.api.call('startMeeting', { params: { id: channel.id }, body: {} });
      const person = async (name: string): Promise<TestAccount> => {
        const account = await server.createUser(name, { teamIds: [team.id] });
        await owner.api.call('addChannelMember', { params: { id: channel.id }, body: { userId: account.user.id } });
        return account;
      };
      return await work({ server, meetingId, person });
    } finally {
      await server.stop();
    }
  });
}

/** A browser process with a camera and a microphone that it makes up, which never asks. `fps`: of the camera. */
export const startMeetingBrowser = (fps: number): Promise<Browser> => chromium.launch({
  executablePath: process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
    `--use-fake-device-for-media-stream=fps=${fps}`, '--use-fake-ui-for-media-stream',
  ],
});

/** This person before the mirror: their devices are open, and all is ready to be joined. */
export async function openMirror(browser: Browser, { server, meetingId }: MeetingStage, account: TestAccount, initScript?: () => void): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 900, height: 600 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await context.addCookies([{ name: 'parvis-session', value: account.token, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  if (initScript) await page.addInitScript(initScript);
  await page.goto(`${server.url}/meet/${meetingId}`);
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  return { context, page };
}

/** Resolves when they are in it. */
export async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('toolbar', { name: 'Meeting controls' }).getByRole('button', { name: 'Leave', exact: true }).waitFor();
}
