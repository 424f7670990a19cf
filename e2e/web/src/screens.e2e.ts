import { expect, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import path from 'node:path';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { composer, message, messages } from './conversation.ts';
import { seedDemo } from './seed-demo.ts';

/*
 * Every main screen in light and dark, on a desktop and a phone, in English and in French: written
 * to an ignored folder to be looked at, and checked by axe for anything serious.
 */
const FOLDER = path.resolve(import.meta.dirname, '../screenshots');
const LOOKS = [
  { name: 'desktop-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light', who: 'owen' },
  { name: 'desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', who: 'camille' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light', who: 'camille' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', who: 'owen' },
] as const;

let server: TestServer;
let people: { camille: TestAccount; owen: TestAccount };
let channels: { plans: string; everybody: string; team: string; direct: string };

test.beforeAll(async () => {
  server = await startTestServer();
  people = await seedDemo(server);
  const { channels: mine } = await people.owen.api.call('listChannels', {});
  const { teams } = await people.owen.api.call('listTeams', {});
  const team = teams.find((summary) => summary.team.name === 'Atelier')?.team.id ?? '';
  channels = {
    everybody: mine.find(({ channel }) => channel.teamId === team && channel.general)?.channel.id ?? '',
    plans: mine.find(({ channel }) => channel.name === 'plans')?.channel.id ?? '',
    team,
    direct: mine.find(({ channel }) => channel.kind === 'direct')?.channel.id ?? '',
  };
});
test.afterAll(() => server.stop());

for (const look of LOOKS) {
  test(`looks right and accessible: ${look.name}`, async ({ browser }) => {
    const { viewport, colorScheme } = look;
    const account = people[look.who];
    const { context, page } = await browserOf(browser, server.url, account, { viewport, colorScheme, reducedMotion: 'reduce', locale: look.who === 'camille' ? 'fr-FR' : 'en-GB' });
    const screens: { name: string; path: string; ready: () => Promise<void> }[] = [
      {
        name: 'home', path: '/',
        ready: async () => {
          await expect(page.locator('[data-conversation]').first()).toBeVisible();
          if (viewport.width > 768) await expect(messages(page).first()).toBeVisible();
        },
      },
      {
        name: 'channel', path: `/c/${look.who === 'owen' ? channels.plans : channels.everybody}`,
        ready: async () => {
          await expect(look.who === 'owen' ? message(page, 'def centre').locator('.hljs-keyword').first() : message(page, 'band saw')).toBeVisible();
        },
      },
      {
        name: 'direct', path: `/c/${channels.direct}`,
        ready: async () => {
          await expect(composer(page)).toBeVisible();
          await expect(message(page, /J’arrive|band saw is in/).first()).toBeVisible();
        },
      },
      { name: 'teams', path: '/teams', ready: () => expect(page.getByText('Atelier').filter({ visible: true }).first()).toBeVisible() },
      { name: 'browse', path: `/browse/${channels.team}`, ready: () => expect(page.getByText('cantine').filter({ visible: true }).first()).toBeVisible() },
      { name: 'docs', path: '/docs', ready: () => expect(page.getByRole('treeitem').nth(3)).toBeVisible() },
      { name: 'profile', path: '/settings/profile', ready: () => expect(page.getByRole('textbox').filter({ visible: true }).first()).toBeVisible() },
      { name: 'people', path: '/settings/people', ready: () => expect(page.getByText('Inès Benali').filter({ visible: true }).first()).toBeVisible() },
      { name: 'sessions', path: '/settings/sessions', ready: () => expect(page.getByRole('heading').filter({ visible: true }).first()).toBeVisible() },
    ];
    const faults: string[] = [];
    for (const screen of screens) {
      await page.goto(server.url + screen.path);
      await screen.ready();
      if (viewport.width > 768 && screen.path.startsWith('/c/')) await expect(page.locator('[data-conversation]').first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: path.join(FOLDER, `${look.name}-${screen.name}.png`) });
      faults.push(...(await seriousFaults(page)).map((fault) => `${screen.name}: ${fault}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) faults.push(`${screen.name}: ${overflow} px wider than the screen`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('the doors before signing in look right and accessible', async ({ browser }) => {
  const faults: string[] = [];
  for (const look of LOOKS) {
    const page = await (await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme, locale: look.colorScheme === 'dark' ? 'fr-FR' : 'en-GB' })).newPage();
    for (const door of ['sign-in', 'forgot-password']) {
      await page.goto(`${server.url}/${door}`);
      await expect(page.getByRole('textbox').filter({ visible: true }).first()).toBeVisible();
      await page.screenshot({ path: path.join(FOLDER, `${look.name}-${door}.png`) });
      faults.push(...(await seriousFaults(page)).map((fault) => `${look.name} ${door}: ${fault}`));
    }
    await page.context().close();
  }
  expect(faults).toEqual([]);
});
