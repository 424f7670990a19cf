import { expect, test, type Browser, type CDPSession, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';

/** What is typed in documents in other ways than by keys, and where nothing can be kept. */
let server: TestServer;
let owner: TestAccount;
let other: TestAccount;

test.beforeAll(async () => {
  server = await startTestServer();
  owner = await server.setUp();
  other = await server.createUser('Bilal Haddad');
});
test.afterAll(() => server?.stop());

const text = (page: Page) => page.locator('.pv-document .ProseMirror[role="textbox"]');
/** Each block's, without the cursors of others. */
const lines = (page: Page) => text(page).evaluate((element) => {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const cursor of copy.querySelectorAll('.pv-doc-cursor')) cursor.remove();
  return [...copy.querySelectorAll('.bn-inline-content')].map(({ textContent }) => textContent.replaceAll('\u2060', ''));
});
/** "Not saved" too has "saved" in it. */
const says = (page: Page, saved: string) => expect(page.getByRole('status').filter({ hasText: new RegExp(`^${saved}$`, 'u') })).toBeVisible();

/** A document of so many lines, open in as many browsers as people are named. */
async function openBy(browser: Browser, written: readonly string[], ...accounts: TestAccount[]): Promise<Page[]> {
  const { document } = await owner.api.call('createDocument', { body: { title: 'Typed' } });
  await owner.api.call('grantDocumentToUser', { params: { id: document.id, userId: other.user.id }, body: { role: 'editor' } });
  const pages: Page[] = [];
  for (const account of accounts) {
    const { page } = await browserOf(browser, server.url, account);
    await page.goto(`${server.url}/docs/${document.id}`);
    await text(page).click();
    if (pages.length === 0) {
      for (const [index, line] of written.entries()) {
        if (index > 0) await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
      await says(page, 'Saved');
    }
    pages.push(page);
  }
  for (const page of pages) await expect.poll(() => lines(page)).toEqual(expect.arrayContaining([...written]));
  return pages;
}

/** What an input method does: shows a word that is not decided yet. */
const compose = (cdp: CDPSession, word: string) => cdp.send('Input.imeSetComposition', { text: word, selectionStart: word.length, selectionEnd: word.length });
const decide = (cdp: CDPSession, word: string) => cdp.send('Input.insertText', { text: word });
const close = (pages: readonly Page[]) => Promise.all(pages.map((page) => page.context().close()));

test('a word of an input method is written once, while somebody else types in the same block and in another', async ({ browser }) => {
  const pages = await openBy(browser, ['first ', 'second '], owner, other);
  const [one, two] = pages as [Page, Page];
  const cdp = await one.context().newCDPSession(one);
  await one.keyboard.press('Control+End');
  // In another block, nowhere, and at the beginning of the same.
  for (const [place, said] of [['Control+Home', 'above '], ['Control+End', ''], ['ArrowDown', 'same ']] as const) {
    await expect.poll(() => lines(two)).toEqual(await lines(one));
    await two.keyboard.press('Control+Home');
    await two.keyboard.press(place);
    await compose(cdp, 'に');
    await compose(cdp, 'にほ');
    await two.keyboard.type(said);
    await says(two, 'Saved');
    await compose(cdp, 'にほん');
    await decide(cdp, '日本');
    await one.keyboard.type(' ');
    await says(one, 'Saved');
    await expect.poll(async () => (await lines(one)).join('|')).toContain(said);
  }
  // A dead key.
  await compose(cdp, '^');
  await two.keyboard.type('x');
  await says(two, 'Saved');
  await decide(cdp, 'ê');
  await one.keyboard.type('tre');
  const whole = ['above first ', 'same xsecond 日本 日本 日本 être'];
  for (const page of pages) await expect.poll(async () => (await lines(page)).filter((line) => line !== '')).toEqual(whole);
  await one.reload();
  await expect.poll(async () => (await lines(one)).filter((line) => line !== '')).toEqual(whole);
  await close(pages);
});

test('a keyboard that composes each word as phones do writes each once', async ({ browser }) => {
  const pages = await openBy(browser, [''], owner, other);
  const [one, two] = pages as [Page, Page];
  const cdp = await one.context().newCDPSession(one);
  await two.keyboard.type('aaa ');
  await one.keyboard.press('Control+End');
  await expect.poll(() => lines(one)).toContain('aaa ');
  await one.keyboard.press('Control+End');
  for (const word of ['hello', 'bookkeeper', 'aaa']) {
    for (let length = 1; length <= word.length; length += 1) {
      await compose(cdp, word.slice(0, length));
      if (length % 2 === 0) await two.keyboard.type('a');
    }
    await decide(cdp, `${word} `);
    await two.keyboard.type(' ');
  }
  await says(one, 'Saved');
  await says(two, 'Saved');
  await expect.poll(async () => (await lines(one)).join('|')).toContain('hello bookkeeper aaa ');
  await expect.poll(async () => (await lines(two)).join('|')).toBe((await lines(one)).join('|'));
  expect((await lines(one)).join('').length).toBe('aaa '.length + 'hello bookkeeper aaa '.length + 'aa aaaaa a '.length);
  await close(pages);
});

test('where this browser keeps nothing it says so, "Saved" still is saved, and the page is not left unasked', async ({ browser }) => {
  const { page } = await browserOf(browser, server.url, owner);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('Refused', 'SecurityError'); };
  });
  const { document } = await owner.api.call('createDocument', { body: { title: 'Private window' } });
  await page.goto(`${server.url}/docs/${document.id}`);
  await text(page).click();
  await page.keyboard.type('sent ');
  await says(page, 'Saved');
  await page.context().setOffline(true);
  await says(page, 'Not saved: keep this page open');
  await page.keyboard.type('only here');
  await says(page, 'Not saved: keep this page open');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.context().setOffline(false);
  await says(page, 'Saved');
  await page.reload();
  await expect(text(page)).toContainText('sent only here');
  await page.context().close();
});

test('when the disk is full in the middle of it, what is written offline is no longer said to be kept', async ({ browser }) => {
  const [page] = (await openBy(browser, ['kept '], owner)) as [Page];
  await page.context().setOffline(true);
  await page.keyboard.type('on disk ');
  await says(page, 'Offline, kept on this device');
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => { throw new DOMException('Full', 'QuotaExceededError'); };
  });
  await page.keyboard.type('not on disk');
  await says(page, 'Not saved: keep this page open');
  await page.context().setOffline(false);
  await says(page, 'Saved');
  await page.reload();
  await expect(text(page)).toContainText('kept on disk not on disk');
  await page.context().close();
});

test('a file put in offline is refused by its name, and the words around it stay', async ({ browser }) => {
  const [page] = (await openBy(browser, ['before '], owner)) as [Page];
  await page.context().setOffline(true);
  await says(page, 'Offline, kept on this device');
  await text(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'plan.txt', { type: 'text/plain' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('plan.txt');
  await page.keyboard.type('after');
  await page.context().setOffline(false);
  await says(page, 'Saved');
  await expect(text(page)).toContainText('before after');
  await expect(text(page).locator('[data-content-type="file"]')).toHaveCount(0);
  await page.context().close();
});

test('two windows of one person, both closed offline: the next one sends what both wrote', async ({ browser }) => {
  const [one] = (await openBy(browser, ['start '], owner)) as [Page];
  const context = one.context();
  const two = await context.newPage();
  await two.goto(one.url());
  await expect.poll(() => lines(two)).toContain('start ');
  await context.setOffline(true);
  for (const [page, said] of [[one, 'of the first '], [two, 'of the second ']] as const) {
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(said);
    await says(page, 'Offline, kept on this device');
  }
  const address = one.url();
  await one.close();
  await two.close();
  await context.setOffline(false);
  const three = await context.newPage();
  // Not the document itself: what waits is sent all the same.
  await three.goto(server.url);
  const { page: watching } = await browserOf(browser, server.url, other);
  await watching.goto(address);
  await expect.poll(async () => (await lines(watching)).join('|')).toMatch(/of the first .*of the second |of the second .*of the first /);
  await close([three, watching]);
});

test('who signs out while something is on this device alone is asked first', async ({ browser }) => {
  const pages = await openBy(browser, ['first'], owner);
  const [page] = pages as [Page];
  // As a window notes it that could not send what was written in it.
  const flag = `parvis-documents-unsent-${owner.user.id}-of-another-window`;
  await page.evaluate((key) => localStorage.setItem(key, '1'), flag);
  const signOut = async () => {
    await page.getByRole('button', { name: /^Your menu/u }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  await signOut();
  const question = page.getByRole('dialog', { name: 'Sign out anyway?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(text(page)).toBeVisible();
  await signOut();
  await question.getByRole('button', { name: 'Sign out and discard it' }).click();
  await expect(page).toHaveURL(/sign-in/u);
  expect(await page.evaluate((key) => localStorage.getItem(key), flag)).toBeNull();
  await close(pages);
});
