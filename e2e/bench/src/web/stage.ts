import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import type { Page } from '@playwright/test';
import { withPostgres } from '../fan-out/with-postgres.ts';
import { freshPage, startBrowser } from './browsers.ts';
import { type Place, type Seeded, seedPlaces } from './seed-places.ts';

export interface Stage extends Seeded {
  server: TestServer;
  /** Opens a page of this person, in a browser that stops afterwards. */
  withPage<T>(work: (page: Page) => Promise<T>, account?: TestAccount): Promise<T>;
  /** Goes there and waits until it can be read. */
  open(page: Page, place: Place): Promise<void>;
}

/** A text of this server, which the browser shows as it is: what a page costs at the least. */
export const EMPTY = '/theme-init.js';

/** A server as it is shipped, on a PostgreSQL that syncs to disk, with conversations in it. */
export const withStage = <T>(messages: number, work: (stage: Stage) => Promise<T>): Promise<T> =>
  withPostgres(async (databaseUrl) => {
    process.env['PARVIS_TEST_DATABASE_URL'] = databaseUrl;
    const server = await startTestServer({ env: { PARVIS_VALIDATE_RESPONSES: '', PARVIS_LOG_LEVEL: 'error' } });
    try {
      const seeded = await seedPlaces(server, messages);
      return await work({
        ...seeded,
        server,
        withPage: async (use, account = seeded.owner) => {
          const browser = await startBrowser();
          try {
            return await use((await freshPage(browser, server.url, account)).page);
          } finally {
            await browser.close();
          }
        },
        open: async (page, { channelId, latest }) => {
          await page.goto(`${server.url}/c/${channelId}`);
          await page.locator('article[data-message]', { hasText: latest }).waitFor();
        },
      });
    } finally {
      await server.stop();
    }
  });
