import { expect, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';
import { message } from './conversation.ts';
import { seedDemo } from './seed-demo.ts';

/** Few enough to come in one page with the beginning of the channel, more than a screen holds. */
const MESSAGES = 40;

let server: TestServer;
let owner: TestAccount;
test.beforeAll(async () => {
  server = await startTestServer();
  owner = (await seedDemo(server)).camille;
});
test.afterAll(() => server.stop());

/** A channel of its own in which so many messages are. */
async function conversationOf(author: TestAccount, count: number, text: (index: number) => string): Promise<string> {
  const { teams } = await author.api.call('listTeams', {});
  const { channel } = await author.api.call('createChannel', { body: { teamId: teams[0]?.team.id ?? '', name: `opening-${count}`, kind: 'public' } });
  for (let index = 1; index <= count; index++) {
    await author.api.call('sendMessage', { params: { channelId: channel.id }, body: { text: text(index), clientId: crypto.randomUUID() } });
  }
  return channel.id;
}

test('a conversation opens where one left off, without showing its beginning first', async ({ browser }) => {
  const channelId = await conversationOf(owner, MESSAGES, (index) => `line ${index} of ${MESSAGES}${'\n\nand more'.repeat(index % 4)}`);
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

/** In the page: resolves once the list has neither moved nor grown for 60 frames. */
const untilAtRest = () => new Promise<void>((resolve) => {
  let last = '';
  let frames = 0;
  const look = () => {
    const list = document.querySelector('[role=region]');
    const now = `${list?.scrollTop} ${list?.scrollHeight}`;
    frames = now === last ? frames + 1 : 0;
    last = now;
    if (frames === 60) resolve();
    else requestAnimationFrame(look);
  };
  look();
});

test('on a slow phone a conversation opens at its end, however the sizes of its rows come in', async ({ browser }) => {
  const { teams } = await owner.api.call('listTeams', {});
  const { channels } = await owner.api.call('listChannels', {});
  const team = teams.find((summary) => summary.team.name === 'Atelier')?.team.id;
  const { channel, head } = channels.find((summary) => summary.channel.teamId === team && summary.channel.general)!;
  await owner.api.call('moveReadCursor', { params: { id: channel.id }, body: { seq: head } });
  for (let round = 0; round < 4; round++) {
    // The client is on this device, the conversation is not.
    const { context, page } = await browserOf(browser, server.url, owner, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', locale: 'fr-FR' });
    await page.goto(server.url);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(`${server.url}/c/${channel.id}`);
    await expect(message(page, 'Belle surprise')).toBeVisible();
    await page.evaluate(untilAtRest);
    await expect(message(page, 'Belle surprise')).toBeInViewport();
    await context.close();
  }
});
