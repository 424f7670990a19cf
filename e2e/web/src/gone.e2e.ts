import { expect, test } from '@playwright/test';
import { startTestServer, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { browserOf } from './accounts.ts';

/** Addresses of what isn't there, or not for me, on a phone, where nothing else leads away. */
let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer();
});
test.afterAll(() => server?.stop());

test('a document, a meeting and a conversation that are gone each lead to the others', async ({ browser }) => {
  const { page } = await browserOf(browser, server.url, await server.setUp(), { viewport: { width: 390, height: 844 } });
  for (const [path, title, way, there] of [
    ['docs', 'This document isn\'t there', 'To the documents', /\/docs$/u],
    ['meet', 'This meeting can’t be opened', 'To the meetings', /\/meet$/u],
    ['c', 'This conversation isn\'t here', 'Go to my conversations', /\/$/u],
  ] as const) {
    await page.goto(`${server.url}/${path}/${randomUUID()}`);
    await expect(page.getByText(title)).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: way }).or(page.getByRole('main').getByRole('button', { name: way })).click();
    await expect(page).toHaveURL(there);
  }
});
