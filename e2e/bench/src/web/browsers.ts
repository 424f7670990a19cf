import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { TestAccount } from '@parvis/testing';
import { probe } from './probe.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--enable-precise-memory-info'];

/** A browser process of its own. */
export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium', args: ARGUMENTS });

/** A page that has seen nothing yet, in which this person is signed in. */
export async function freshPage(browser: Browser, url: string, account: TestAccount): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(60_000);
  await context.addCookies([{ name: 'parvis-session', value: account.token, url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await probe(page);
  return { context, page };
}
