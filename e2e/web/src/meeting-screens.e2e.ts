import { type Page, test } from '@playwright/test';
import { sfuWorker, startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import path from 'node:path';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { expect, MEETING_BROWSER } from './meeting-people.ts';
import { seedDemo } from './seed-demo.ts';

/** A meeting from the mirror to its report, in light and dark, on a desktop and a phone, in both languages: to be looked at, and checked by axe. */
test.use(MEETING_BROWSER);
test.describe.configure({ timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

const FOLDER = path.resolve(import.meta.dirname, '../screenshots');
const LOOKS = [
  { name: 'desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', who: 'camille' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light', who: 'owen' },
] as const;

let server: TestServer;
let people: { camille: TestAccount; owen: TestAccount };
test.beforeAll(async () => {
  if (worker === null) return;
  server = await startTestServer({ sfu: true });
  people = await seedDemo(server);
});
test.afterAll(() => server?.stop());

test('looks right and accessible from the mirror to the report', async ({ browser }) => {
  const [owens, camilles] = await Promise.all([people.owen, people.camille].map(async ({ api }) => (await api.call('listChannels', {})).channels.filter(({ channel }) => channel.general).map(({ channel }) => channel.id)));
  const channelId = owens?.find((id) => camilles?.includes(id)) ?? '';
  const meeting = await people.owen.api.call('startMeeting', { params: { id: channelId }, body: {} });
  const faults: string[] = [];
  const take = async (look: (typeof LOOKS)[number], page: Page, screen: string) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(FOLDER, `${look.name}-meeting-${screen}.png`) });
    faults.push(...(await seriousFaults(page)).map((fault) => `${look.name} ${screen}: ${fault}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) faults.push(`${look.name} ${screen}: ${overflow} px wider than the screen`);
  };
  const seen: { look: (typeof LOOKS)[number]; page: Page }[] = [];
  for (const look of LOOKS) {
    const { page } = await browserOf(browser, server.url, people[look.who], { viewport: look.viewport, colorScheme: look.colorScheme, reducedMotion: 'reduce', locale: look.who === 'camille' ? 'fr-FR' : 'en-GB' });
    seen.push({ look, page });
    await page.goto(`${server.url}/meet/${meeting.id}`);
    const preview = page.getByRole('group', { name: /How you look|Votre image/ });
    await expect(preview.locator('video')).toBeVisible();
    await take(look, page, 'mirror');
    await page.getByRole('button', { name: /^(Join now|Entrer)$/ }).click();
    await expect(page.getByRole('toolbar', { name: /Meeting controls|Commandes de la réunion/ })).toBeVisible();
  }
  for (const { look, page } of seen) {
    // The other one's picture is there, too.
    await expect(page.locator('[data-participant] video')).toHaveCount(2);
    await take(look, page, 'stage');
  }
  await people.owen.api.call('endMeeting', { params: { id: meeting.id } });
  for (const { look, page } of seen) {
    await expect(page.getByRole('heading', { name: /The meeting is over|La réunion est terminée/ })).toBeVisible();
    await take(look, page, 'over');
    await page.getByRole('link', { name: /^(Report|Compte rendu)$/ }).click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
    await take(look, page, 'report');
    await page.context().close();
  }
  expect(faults).toEqual([]);
});
