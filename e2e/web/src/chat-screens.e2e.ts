import { expect, type Locator, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import path from 'node:path';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { composer, message } from './conversation.ts';
import { type LiveDemo, liveDemo } from './live-demo.ts';
import { seedDemo } from './seed-demo.ts';

/** What surrounds a conversation, in light and dark, on a desktop and a phone, in both languages: to be looked at, and checked by axe. */
const FOLDER = path.resolve(import.meta.dirname, '../screenshots');
const LOOKS = [
  { name: 'desktop-light', viewport: { width: 1440, height: 900 }, colorScheme: 'light', who: 'owen' },
  { name: 'desktop-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', who: 'camille' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light', who: 'camille' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark', who: 'owen' },
] as const;

// Eleven screens each, every one of them looked through by axe.
test.describe.configure({ timeout: 300_000 });

let server: TestServer;
let people: { camille: TestAccount; owen: TestAccount };
let demo: LiveDemo;
test.beforeAll(async () => {
  server = await startTestServer();
  people = await seedDemo(server);
  demo = await liveDemo(people);
});
test.afterAll(() => server.stop());

interface Screen {
  name: string;
  path: string;
  /** What to do there; answers what shows that it is ready. */
  ready: (page: Page) => Locator | Promise<Locator>;
}

const screens = (): Screen[] => [
  { name: 'lively', path: `/c/${demo.channelId}`, ready: (page) => message(page, 'Welcome').getByRole('table') },
  { name: 'thread', path: `/c/${demo.channelId}?thread=${demo.threadId}`, ready: (page) => page.getByText('Then I stay with the band saw.').last() },
  { name: 'threads', path: '/threads', ready: (page) => page.getByText('Who takes which post').first() },
  { name: 'saved', path: '/saved', ready: (page) => page.getByText('Call the sailmaker') },
  { name: 'drafts', path: '/drafts', ready: (page) => page.getByText(/Not sent yet/).first() },
  { name: 'scheduled', path: '/scheduled', ready: (page) => page.getByText(/The gates open at 9/).first() },
  { name: 'notifications', path: '/settings/notifications', ready: (page) => page.getByRole('radio').first() },
  { name: 'emoji', path: '/settings/emoji', ready: (page) => page.getByRole('heading', { level: 1 }) },
  { name: 'organisation', path: '/settings/organisation', ready: (page) => page.getByRole('switch').first() },
  {
    name: 'switcher', path: `/c/${demo.channelId}`,
    ready: async (page) => {
      await expect(composer(page)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+k');
      return page.getByRole('option').first();
    },
  },
  {
    name: 'details', path: `/c/${demo.channelId}`,
    ready: async (page) => {
      await page.getByRole('button', { name: /12 (members|membres)/ }).click();
      return page.getByRole('tab').first();
    },
  },
];

for (const look of LOOKS) {
  test(`what surrounds a conversation looks right and accessible: ${look.name}`, async ({ browser }) => {
    const { viewport, colorScheme, who } = look;
    const { context, page } = await browserOf(browser, server.url, people[who], { viewport, colorScheme, reducedMotion: 'reduce', locale: who === 'camille' ? 'fr-FR' : 'en-GB' });
    const faults: string[] = [];
    for (const screen of screens()) {
      await page.goto(server.url + screen.path);
      await expect(await screen.ready(page)).toBeVisible();
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
