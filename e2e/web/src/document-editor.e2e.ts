import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';

/** The editor of documents as one person uses it: by mouse, by keyboard alone, on a phone. */
let server: TestServer;
let owner: TestAccount;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  owner = await server.setUp();
  await server.createUser('Blaise Pascal');
  page = await pageOf(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});
test.afterAll(() => server?.stop());

const pageOf = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => (await browserOf(browser, server.url, owner, options)).page;
const text = (where: Page) => where.locator('.pv-document .ProseMirror[role="textbox"]');
const blocks = (where: Page, type: string) => text(where).locator(`[data-content-type="${type}"]`);
const saved = (where: Page) => where.getByRole('status').filter({ hasText: 'Saved' });

/** A new document, its text ready to be written. */
async function begin(where: Page, title: string): Promise<string> {
  const { document } = await owner.api.call('createDocument', { body: { title } });
  await where.goto(`${server.url}/docs/${document.id}`);
  await text(where).click();
  return document.id;
}

/** Takes what is offered first, once that is what was asked for: it follows the letters. */
async function takeFirst(where: Page, name: string): Promise<void> {
  const first = where.getByRole('option').first();
  await expect(first).toHaveAccessibleName(new RegExp(`^${name}`));
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await where.keyboard.press('Enter');
}

async function slash(where: Page, query: string, name: string): Promise<void> {
  await where.keyboard.type(`/${query}`);
  await takeFirst(where, name);
  await expect(where.getByRole('listbox')).toHaveCount(0);
}

async function paste(where: Page, html: string): Promise<void> {
  await text(where).evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', content);
    clipboardData.setData('text/plain', 'text');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test('blocks are found by `/` in both languages, and Markdown makes them as it is typed', async () => {
  await begin(page, 'Blocks');
  await page.keyboard.type('# Plan');
  await page.keyboard.press('Enter');
  await page.keyboard.type('[] to do');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('With **bold** and $x^2$ and');
  await page.keyboard.press('Enter');
  await slash(page, 'encadre', 'Callout');
  await page.keyboard.type('Mind this');
  await page.keyboard.press('Enter');
  await slash(page, 'citation', 'Quote');
  await page.keyboard.type('Quoted');
  await expect(blocks(page, 'heading')).toHaveText('Plan');
  await expect(blocks(page, 'checkListItem')).toHaveText('to do');
  await expect(blocks(page, 'callout').getByRole('note', { name: 'Note' })).toHaveText('Mind this');
  await expect(blocks(page, 'quote')).toHaveText('Quoted');
  await expect(text(page).locator('strong')).toHaveText('bold');
  await expect(text(page).locator('math')).toHaveCount(1);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(blocks(page, 'callout')).toHaveText(/Mind this/);
  await expect(text(page).locator('math')).toHaveCount(1);
});

test('a table is filled by keyboard, and code takes the colours of its language', async () => {
  await begin(page, 'Tables');
  await slash(page, 'table', 'Table');
  await page.keyboard.type('Who');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hours');
  await expect(blocks(page, 'table').locator('tr').first()).toHaveText('WhoHours');
  for (const cell of ['Where', 'Elena', '12', 'Quay']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(cell);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type('Owen');
  await expect(blocks(page, 'table').locator('tr').nth(2)).toHaveText('Owen');
  await page.keyboard.press('ArrowDown');
  await slash(page, 'formula', 'Formula');
  await page.keyboard.type('x^3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Below the formula');
  await expect(blocks(page, 'math').locator('math')).toHaveCount(1);
  await expect(blocks(page, 'paragraph').last()).toHaveText('Below the formula');
  await begin(page, 'Code');
  await slash(page, 'code', 'Code Block');
  await page.keyboard.type('const a = 1;');
  await page.getByRole('combobox', { name: 'Language of the code' }).selectOption({ label: 'TypeScript' });
  await expect(blocks(page, 'codeBlock').locator('.hljs-keyword')).toHaveText('const');
});

test('a picture is uploaded, gets a text for those who don’t see it, and is there again', async () => {
  await begin(page, 'Pictures');
  await slash(page, 'image', 'Image');
  await page.locator('.bn-panel input[type="file"]').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') });
  const picture = blocks(page, 'image').getByRole('img');
  await expect(picture).toHaveAttribute('alt', 'dot.png');
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
  await picture.click();
  await page.getByRole('button', { name: 'Text for those who don’t see the image' }).click();
  await page.getByPlaceholder('What the image shows').fill('A dot');
  await page.keyboard.press('Enter');
  await expect(blocks(page, 'image').getByRole('img', { name: 'A dot' })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(blocks(page, 'image').getByRole('img', { name: 'A dot' })).toHaveJSProperty('naturalWidth', 1);
});

test('a file that is dropped and can’t be uploaded leaves nothing but a reason', async () => {
  await begin(page, 'Dropped');
  await page.keyboard.type('Text');
  const drop = () => text(page).evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['words'], 'plan.txt', { type: 'text/plain' }));
    const { x, y, height } = element.querySelector('p')!.getBoundingClientRect();
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX: x + 5, clientY: y + height - 2, bubbles: true, cancelable: true }));
  });
  await page.route('**/api/v1/uploads**', (route) => route.fulfill({ status: 413 }));
  await drop();
  await expect(page.getByText('plan.txt could not be uploaded')).toBeVisible();
  await expect(blocks(page, 'file')).toHaveCount(0);
  await page.unroute('**/api/v1/uploads**');
  await drop();
  await expect(blocks(page, 'file')).toContainText('plan.txt');
  await expect(saved(page)).toBeVisible();
});

test('people and documents are mentioned by `@`, by the name that they have', async () => {
  await begin(page, 'Roadmap');
  await begin(page, 'Mentions');
  await page.keyboard.type('Ask @blai');
  await takeFirst(page, 'Blaise Pascal');
  await page.keyboard.type('about @roadm');
  await takeFirst(page, 'Roadmap');
  await expect(text(page)).toHaveText('Ask @Blaise Pascal about Roadmap ');
  await text(page).getByRole('button', { name: 'Roadmap' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Roadmap');
});

test('a message or a meeting is shown by its link, which `/` asks for', async ({ browser }) => {
  const { user } = await server.createUser('Émilie du Châtelet');
  const { channel } = await owner.api.call('openConversation', { body: { userIds: [user.id] } });
  const message = await owner.api.call('sendMessage', { params: { channelId: channel.id }, body: { clientId: randomUUID(), text: 'The tools are in the shed' } });
  await begin(page, 'Shown');
  await slash(page, 'message', 'Message, meeting, poll or file');
  const field = page.getByLabel('Link of a message, meeting, poll or file');
  await expect(field).toBeFocused();
  expect(await seriousFaults(page, '.pv-document')).toEqual([]);
  // It draws nobody else into it, and Escape takes it away.
  await expect(saved(page)).toBeVisible();
  const other = await pageOf(browser);
  await other.goto(page.url());
  await expect(other.getByLabel('Link of a message, meeting, poll or file')).toBeVisible();
  await expect(other.getByLabel('Link of a message, meeting, poll or file')).not.toBeFocused();
  await other.context().close();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(text(page)).toBeFocused();
  await slash(page, 'message', 'Message, meeting, poll or file');
  await field.fill('https://elsewhere.example/c/1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is no link to something in this Parvis.')).toBeVisible();
  await field.fill(`${server.url}/c/${channel.id}?message=${message.id}`);
  await page.keyboard.press('Enter');
  await expect(blocks(page, 'embed').getByRole('link', { name: 'The tools are in the shed' })).toBeVisible();
  // One writes on behind it.
  await page.keyboard.type('Bring them. ');
  await slash(page, 'reunion', 'Message, meeting, poll or file');
  await field.fill(`${server.url}/docs/${(await owner.api.call('createDocument', { body: { title: 'Garden' } })).document.id}`);
  await page.keyboard.press('Enter');
  await page.keyboard.type('too');
  await expect(blocks(page, 'paragraph').filter({ hasText: 'too' })).toHaveText('Garden too');
  await expect(blocks(page, 'paragraph').filter({ hasText: 'Bring' })).toBeVisible();
});

test('what comes from Word keeps its structure and nothing else', async () => {
  await begin(page, 'From Word');
  await paste(page, readFileSync(path.join(import.meta.dirname, '../../../apps/web/src/features/messages/composer-paste-fixtures/word.html'), 'utf8'));
  await expect(blocks(page, 'heading')).toHaveText('Launch plan');
  await expect(blocks(page, 'bulletListItem')).toHaveText(['Mail', 'Party']);
  await expect(blocks(page, 'numberedListItem')).toHaveText(['Customers', 'Press']);
  await expect(blocks(page, 'table').locator('tr')).toHaveCount(2);
  await expect(text(page).getByRole('link', { name: 'the plan' })).toHaveAttribute('href', 'https://parvis.example/plan');
});

test('text is found and replaced, one by one and all at once', async () => {
  await begin(page, 'Find');
  await page.keyboard.type('the cat, the dog and The bird');
  await page.keyboard.press('Control+F');
  const bar = page.getByRole('search', { name: 'Find in the document' });
  await bar.getByRole('textbox', { name: 'Find' }).fill('the');
  await expect(bar).toContainText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText('1 of 3');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar).toContainText('1 of 2');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('a');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveText('a cat, the dog and The bird');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(text(page)).toHaveText('a cat, a dog and a bird');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(text(page)).toHaveText('a cat, the dog and The bird');
});

test('what is found first, from the cursor on, comes into view while the search is typed, and so does the next', async () => {
  await begin(page, 'Long');
  const lines = Array.from({ length: 60 }, (_, line) => (line % 20 === 0 ? '<p>A lighthouse</p>' : '<p>Sea</p>'));
  await paste(page, `${lines.join('')}<p>The end</p>`);
  await expect(text(page)).toContainText('The end');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+F');
  const bar = page.getByRole('search', { name: 'Find in the document' });
  await page.keyboard.type('lighthouse');
  await expect(bar).toContainText('2 of 3');
  const current = text(page).locator('.ProseMirror-active-search-match');
  await expect(current).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('3 of 3');
  await expect(current).toBeInViewport({ ratio: 1 });
  await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('1 of 3');
  await expect(current).toBeInViewport({ ratio: 1 });
  // Nor does the bar hide the first line where it is as wide as the page.
  await page.setViewportSize({ width: 390, height: 844 });
  await current.click({ trial: true });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('everything is done by keyboard alone, and axe finds nothing serious', async () => {
  await begin(page, 'Keys');
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect(blocks(page, 'paragraph')).toHaveText(['two', 'one']);
  await page.keyboard.press('Control+Shift+D');
  await expect(blocks(page, 'paragraph')).toHaveText(['two', 'two', 'one']);
  // A selection brings the toolbar, Tab goes into it, and back.
  await page.keyboard.press('Shift+Home');
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(toolbar).toBeVisible();
  await page.keyboard.press('Control+B');
  await expect(text(page).locator('strong')).toHaveText('two');
  await page.keyboard.press('Tab');
  await expect(toolbar.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(text(page)).toBeFocused();
  // Before, what says so and what may be pressed is about to change.
  await expect(saved(page)).toBeVisible();
  expect(await seriousFaults(page, 'main')).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await seriousFaults(page, 'main')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
});

test('the menu of a block turns it into another, copies a link to it and duplicates it', async () => {
  const id = await begin(page, 'Menu');
  await page.keyboard.type('a thought');
  const open = async () => {
    await blocks(page, 'paragraph').or(blocks(page, 'heading')).first().hover();
    await page.getByRole('button', { name: 'Open block menu' }).click();
  };
  await open();
  await page.getByRole('menuitem', { name: 'Copy link to block' }).click();
  await expect(page.getByText('The link to the block was copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`/docs/${id}#[\\w-]+$`));
  await open();
  await page.getByRole('menuitem', { name: 'Turn into' }).hover();
  await page.getByRole('menuitem', { name: 'Heading 2' }).click();
  await expect(blocks(page, 'heading')).toHaveText('a thought');
  await open();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(blocks(page, 'heading')).toHaveText(['a thought', 'a thought']);
});

test('the outline leads to a heading of a long document, and so does a link to a block', async () => {
  await begin(page, 'Long');
  await page.keyboard.type('## Beginning');
  await page.keyboard.press('Enter');
  await paste(page, `<p>${Array.from({ length: 80 }, (_, index) => `line ${index}`).join('</p><p>')}</p><h2>The end</h2><p>of it</p>`);
  await expect(page.getByText('165 words')).toBeVisible();
  await page.evaluate(() => document.querySelector('.pv-document .ProseMirror [data-content-type="heading"]')?.scrollIntoView());
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: 'The end' }).click();
  await expect(blocks(page, 'heading').nth(1)).toBeInViewport();
  await page.keyboard.type('Here: ');
  await expect(blocks(page, 'heading').nth(1)).toHaveText('Here: The end');
  await expect(saved(page)).toBeVisible();
  const blockId = await text(page).locator('[data-node-type="blockContainer"]').filter({ has: page.locator('[data-content-type="heading"]') }).nth(1).getAttribute('data-id');
  await page.goto(`${page.url()}#${blockId}`);
  await page.reload();
  await expect(blocks(page, 'heading').nth(1)).toBeInViewport();
});

test('printed, it is the document and nothing around it, dark on light in every theme', async ({ browser }) => {
  const dark = await pageOf(browser, { colorScheme: 'dark' });
  await dark.evaluate(() => localStorage.setItem('parvis-color-scheme', 'dark'));
  await begin(dark, 'Paper');
  await paste(dark, `<p>${Array.from({ length: 120 }, (_, index) => `line ${index}`).join('</p><p>')}</p>`);
  await expect(text(dark)).toContainText('line 119');
  await dark.emulateMedia({ media: 'print' });
  await expect(dark.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(dark.getByRole('banner').filter({ visible: true })).toHaveCount(0);
  await expect(text(dark)).toHaveCSS('color', 'rgb(0, 0, 0)');
  expect(await dark.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(120 * 20);
  await dark.context().close();
});

test('on a phone one writes, opens the menus by thumb, and nothing is wider than the screen', async ({ browser }) => {
  const phone = await pageOf(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await begin(phone, 'Phone');
  await phone.keyboard.type('# Short');
  await phone.keyboard.press('Enter');
  await phone.keyboard.type('/');
  await phone.getByRole('option', { name: 'Callout' }).tap();
  await phone.keyboard.type('a very long remark that must break into lines on a small screen');
  await expect(blocks(phone, 'callout')).toContainText('a very long remark');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await seriousFaults(phone, 'main')).toEqual([]);
  await phone.context().close();
});
