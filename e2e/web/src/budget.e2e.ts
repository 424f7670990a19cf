import { expect, test } from '@playwright/test';
import { startTestServer, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';
import { composer, message } from './conversation.ts';
import { seedDemo } from './seed-demo.ts';

/** Bytes of gzipped JavaScript that a first load of a conversation may take. */
const BUDGET = 300 * 1024;

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer();
});
test.afterAll(() => server.stop());

test('a conversation opens with less than 300 KB of JavaScript, its composer ready', async ({ browser }) => {
  const { owen } = await seedDemo(server);
  const { channels } = await owen.api.call('listChannels', {});
  const general = channels.find(({ channel }) => channel.name === 'general')?.channel.id ?? '';
  const context = await browser.newContext({ extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  await context.addCookies([{ name: 'parvis-session', value: owen.token, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  const sizes: Record<string, number> = {};
  protocol.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Script') sizes[new URL(response.url).pathname] = Number(response.headers['content-length']);
  });
  await page.goto(`${server.url}/c/${general}`);
  await expect(message(page, /band saw|visitors/).first()).toBeVisible();
  await expect(composer(page)).toBeVisible();
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes, JSON.stringify(sizes, null, 1)).toBeLessThan(BUDGET);
  await context.close();
});

test('the page obeys its content security policy, and asks nobody but its server', async ({ browser }) => {
  const { context, page } = await browserOf(browser, server.url, await server.setUp());
  const refused: string[] = [];
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (/^(http|ws)s?:/.test(request.url())) asked.add(new URL(request.url()).host);
  });
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refused.push(line.text());
  });
  await page.reload();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  expect(refused).toEqual([]);
  expect([...asked]).toEqual([new URL(server.url).host]);
  await context.close();
});
