import { spawnSync } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { TestAccount } from '@parvis/testing';

/** Debian's unless told otherwise: Playwright drives none but its own, so WebDriver BiDi does. */
const executablePath = process.env['PARVIS_FIREFOX'] ?? '/usr/bin/firefox-esr';

export const hasFirefox = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Where Firefox reaches a media host on the same machine: it gathers no candidates of the loopback
 * interface, whatever its settings say, and pairs none with them.
 */
export const outwardAddress = Object.values(networkInterfaces()).flatMap((entries) => entries ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

/** With a camera and a microphone that it makes up, which never asks. */
export const startFirefox = (): Promise<Browser> => launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.peerconnection.ice.obfuscate_host_addresses': false,
    'media.autoplay.default': 0,
    'intl.accept_languages': 'en-GB',
  },
});

/** A page of a small window in which this person is signed in. */
export async function firefoxPage(browser: Browser, url: string, account: TestAccount): Promise<Page> {
  await browser.setCookie({ name: 'parvis-session', value: account.token, domain: new URL(url).hostname, path: '/', httpOnly: true, sameSite: 'Lax' });
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 600 });
  return page;
}
