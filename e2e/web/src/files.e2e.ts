import { expect, type Page, test } from '@playwright/test';
import { browserOf } from './accounts.ts';
import { composer, message } from './conversation.ts';
import { startTwoPeople, type TwoPeople } from './two-people.ts';

/** Files in messages: picked, dropped, pasted, given up; looked at, played and kept from others. */
test.describe.configure({ mode: 'serial' });
test.use({ launchOptions: { args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], executablePath: process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium' } });

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const HOSTILE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "owned"</script></svg>');

async function pick(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await picking).setFiles(files);
}

let all: TwoPeople;
test.beforeAll(async ({ browser }) => {
  all = await startTwoPeople(browser, { permissions: ['microphone'] });
});
test.afterAll(() => all?.stop());

test('several files picked at once go with the text, and the other person opens them', async () => {
  const { alice, bilal } = all;
  await composer(alice.page).click();
  await pick(alice.page, [
    { name: 'plan.png', mimeType: 'image/png', buffer: PICTURE },
    { name: 'Notes été.txt', mimeType: 'text/plain', buffer: Buffer.from('to do') },
  ]);
  const tray = alice.page.getByRole('list', { name: 'Attached files' });
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  // The focus is back in the text.
  await alice.page.keyboard.type('here they are');
  await alice.page.keyboard.press('Enter');
  await expect(tray).toHaveCount(0);

  const sent = message(bilal.page, 'here they are');
  await expect(sent.getByRole('link', { name: 'Notes été.txt', exact: true })).toBeVisible();
  const download = bilal.page.waitForEvent('download');
  await sent.getByRole('link', { name: 'Download Notes été.txt' }).click();
  expect((await download).suggestedFilename()).toBe('Notes été.txt');
  await sent.getByRole('button', { name: 'Open the picture plan.png' }).click();
  await expect(bilal.page.getByRole('img', { name: 'plan.png' })).toBeVisible();
  await bilal.page.keyboard.press('Escape');
  await expect(bilal.page.getByRole('img', { name: 'plan.png' })).toHaveCount(0);
});

test('files alone are a message, dropped into the conversation or pasted', async () => {
  const { alice, bilal } = all;
  const give = (type: 'drop' | 'paste', name: string) => alice.page.evaluate(([kind, fileName]) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'.repeat(2_000)], fileName!, { type: 'text/plain' }));
    const target = document.querySelector('[role="textbox"], textarea')!;
    if (kind === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    else for (const event of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [type, name] as const);
  await give('drop', 'dropped.txt');
  await give('paste', 'pasted.txt');
  await expect(alice.page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')).toHaveCount(2);
  await composer(alice.page).press('Enter');
  await expect(bilal.page.getByRole('link', { name: 'dropped.txt', exact: true })).toBeVisible();
  await expect(bilal.page.getByRole('link', { name: 'pasted.txt', exact: true })).toBeVisible();
});

test('a message sent while its file is on the way leaves when it has come; a file given up is gone', async () => {
  const { alice, bilal } = all;
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await alice.page.route('**/api/v1/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') await gate;
    await route.continue();
  });
  await pick(alice.page, [
    { name: 'slow.txt', mimeType: 'text/plain', buffer: Buffer.from('slow') },
    { name: 'unwanted.txt', mimeType: 'text/plain', buffer: Buffer.from('unwanted') },
  ]);
  await alice.page.getByRole('button', { name: 'Cancel the upload of unwanted.txt' }).click();
  await composer(alice.page).click();
  await alice.page.keyboard.type('with a slow file');
  await alice.page.keyboard.press('Enter');
  await expect(alice.page.getByText('Sent as soon as all files are uploaded.')).toBeVisible();
  // Another conversation does not disturb it, nor is it disturbed.
  await alice.page.getByRole('link', { name: /general/ }).first().click();
  await expect(alice.page.getByRole('list', { name: 'Attached files' })).toHaveCount(0);
  await alice.page.goBack();
  await expect(composer(alice.page)).toContainText('with a slow file');
  await expect(alice.page.getByRole('list', { name: 'Attached files' }).getByText('slow.txt')).toBeVisible();
  go();
  await expect(alice.page.getByRole('button', { name: 'Remove slow.txt' })).toBeVisible();
  await composer(alice.page).press('Enter');
  const sent = message(bilal.page, 'with a slow file');
  await expect(sent.getByRole('link', { name: 'slow.txt', exact: true })).toBeVisible();
  await expect(sent.getByText('unwanted.txt')).toHaveCount(0);
  await alice.page.unroute('**/api/v1/uploads/*');
});

test('a hostile picture is only ever a file to download', async () => {
  const { alice, bilal } = all;
  await pick(alice.page, [{ name: 'logo.png', mimeType: 'image/png', buffer: HOSTILE }]);
  await expect(alice.page.getByRole('button', { name: 'Remove logo.png' })).toBeVisible();
  await composer(alice.page).press('Enter');
  const link = bilal.page.getByRole('link', { name: 'logo.png', exact: true });
  await expect(link).toBeVisible();
  const answer = await bilal.page.request.get(new URL((await link.getAttribute('href')) ?? '', all.server.url).href);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
});

test('a voice message is recorded, listened to, sent and played', async () => {
  const { alice, bilal } = all;
  await alice.page.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(alice.page.getByRole('timer')).toHaveText('0:02');
  await alice.page.getByRole('button', { name: 'Stop and listen' }).click();
  await alice.page.getByRole('button', { name: 'Add to the message' }).click();
  await expect(alice.page.getByRole('button', { name: /^Remove Voice message/ })).toBeVisible();
  await composer(alice.page).press('Enter');
  const player = bilal.page.getByRole('group', { name: /^Voice message, 0:0/ });
  await expect(player).toBeVisible();
  await player.getByRole('button', { name: 'Play' }).click();
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await player.getByRole('button', { name: /^Speed: 1 times/ }).click();
  await expect(player.getByRole('button', { name: /^Speed: 1.25 times/ })).toBeVisible();
});

test('on a phone, the first tap of all begins a voice message', async ({ browser }) => {
  const { context, page } = await browserOf(browser, all.server.url, all.alice.account, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, permissions: ['microphone'] });
  await page.goto(`${all.server.url}/c/${all.channelId}`);
  await page.getByRole('button', { name: 'Record a voice message' }).tap();
  await expect(page.getByRole('timer')).toHaveText('0:02');
  await page.getByRole('button', { name: 'Stop and listen' }).tap();
  await page.getByRole('button', { name: 'Add to the message' }).tap();
  await expect(page.getByRole('button', { name: /^Remove Voice message/ })).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await expect(all.bilal.page.getByRole('group', { name: /^Voice message, 0:0/ })).toHaveCount(2);
  await context.close();
});

test('whoever is removed from the conversation opens its files no more', async () => {
  const { alice, bilal, channelId } = all;
  const href = await bilal.page.getByRole('link', { name: 'Download Notes été.txt' }).getAttribute('href');
  const file = new URL(href ?? '', all.server.url).href;
  expect((await bilal.page.request.get(file)).status()).toBe(200);
  await alice.account.api.call('removeChannelMember', { params: { id: channelId, userId: bilal.account.user.id } });
  expect((await bilal.page.request.get(file)).status()).toBe(404);
});
