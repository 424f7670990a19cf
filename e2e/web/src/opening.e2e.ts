import { expect, test } from '@playwright/test';
import { startTestServer, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';
import { message } from './conversation.ts';

/** Few enough to come in one page with the beginning of the channel, more than a screen holds. */
const MESSAGES = 40;

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer();
});
test.afterAll(() => server.stop());

test('a conversation opens where one left off, without showing its beginning first', async ({ browser }) => {
  const owner = await server.setUp();
  const { channels } = await owner.api.call('listChannels', {});
  const channelId = channels[0]?.channel.id ?? '';
  for (let index = 1; index <= MESSAGES; index++) {
    await owner.api.call('sendMessage', { params: { channelId }, body: { text: `line ${index} of ${MESSAGES}${'\n\nand more'.repeat(index % 4)}`, clientId: crypto.randomUUID() } });
  }
  const { context, page } = await browserOf(browser, server.url, owner);
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      for (const row of document.querySelectorAll('[role=region] :is(header, article[data-message])')) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom > 0 && top < innerHeight && row.checkVisibility({ visibilityProperty: true })) seen.add(/line \d+/.exec(row.textContent)?.[0] ?? row.localName);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (let round = 0; round < 3; round++) {
    await page.goto(`${server.url}/c/${channelId}`);
    await expect(message(page, `line ${MESSAGES} of`)).toBeInViewport();
    const read = () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
    await expect.poll(read).toContain(`line ${MESSAGES}`);
    const seen = await read();
    for (const above of ['header', 'line 1', 'line 5']) expect(seen).not.toContain(above);
  }
  await context.close();
});
