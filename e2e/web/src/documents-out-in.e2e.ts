import { expect, test, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';

/** Documents that come from elsewhere, and leave. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let owner: TestAccount;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  owner = await server.setUp();
  ({ page } = await browserOf(browser, server.url, owner));
});
test.afterAll(() => server?.stop());

const picture = readFileSync(path.join(import.meta.dirname, '../../../apps/web/src/features/documents/out/fixtures/chart.png'));
const markdown = `# Offer for the workshop

Dear **customer**, here is [our plan](https://example.org/plan).

- [x] Room
- [ ] Coffee

| Item | Cost |
| --- | ---: |
| Desk | €40 |

> [!TIP]
> Book early.

$$
E = mc^2
$$

![Sales][chart]

[chart]: data:image/png;base64,${picture.toString('base64')} "Sales of the year"
`;

const list = () => page.getByRole('navigation', { name: 'Documents' });
const text = () => page.locator('.pv-document .ProseMirror[role="textbox"]');
const dialog = () => page.getByRole('dialog', { name: 'Import documents' });
const titles = async () => (await owner.api.call('listDocuments', { query: { place: 'all' } })).documents.map(({ document }) => document.title).sort();
const newWays = () => list().getByRole('button', { name: 'Begin with something else' });
const give = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
  await newWays().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Import…' }).click()]);
  await chooser.setFiles(files);
};
const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as string) });

test('a Markdown file becomes a document, its picture a file of it, and is there for a second device', async ({ browser }) => {
  await page.goto(`${server.url}/docs`);
  await expect(newWays()).toBeVisible();
  await give(file('offer.md', markdown));
  await expect(page).toHaveURL(/\/docs\/[0-9a-f-]{36}$/u);
  await expect(text()).toContainText('Book early.');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Offer for the workshop');
  await expect(text().getByRole('img', { name: 'Sales' })).toHaveJSProperty('naturalWidth', 320);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  const second = (await browserOf(browser, server.url, owner)).page;
  await second.goto(page.url());
  await expect(second.locator('.pv-document .ProseMirror[role="textbox"]')).toContainText('Book early.');
  await second.context().close();
});

async function download(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('main').getByRole('button', { name: 'More about Offer for the workshop' }).click();
  const [made] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
  return { name: made.suggestedFilename(), bytes: new Uint8Array(readFileSync(await made.path())) };
}
const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('it leaves as each kind of file, without a request to anybody else', async () => {
  const elsewhere: string[] = [];
  page.on('request', (request) => { if (/^https?:/u.test(request.url()) && !request.url().startsWith(server.url)) elsewhere.push(request.url()); });
  const refused: string[] = [];
  page.on('console', (message) => { if (/Content Security Policy/iu.test(message.text())) refused.push(message.text()); });

  const pdf = await download('Download as PDF');
  expect(pdf.name).toBe('Offer for the workshop.pdf');
  expect(asText(pdf.bytes.subarray(0, 5))).toBe('%PDF-');
  expect(Buffer.from(pdf.bytes).toString('latin1')).toContain('/Subtype /Image');

  const docx = unzipSync((await download('Download for Word (.docx)')).bytes);
  expect(asText(docx['word/document.xml']!)).toContain('Book early.');
  expect(Object.keys(docx).some((name) => name.startsWith('word/media/'))).toBe(true);

  const odt = unzipSync((await download('Download as OpenDocument (.odt)')).bytes);
  expect(asText(odt['content.xml']!)).toContain('Book early.');

  const html = asText((await download('Download as web page (.html)')).bytes);
  expect(html).toContain('Sales of the year');
  expect(html).toContain('src="data:image/png;base64,');

  const md = asText((await download('Download as Markdown (.md)')).bytes);
  expect(md).toContain('> [!TIP]\n> Book early.');
  expect(md).toContain('- [x] Room');
  expect(elsewhere).toEqual([]);
  expect(refused).toEqual([]);
});

test('a file that is being made is given up', async () => {
  // Its letters never come.
  await page.route('**/*.woff', () => undefined);
  await page.getByRole('main').getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Download as PDF' }).click();
  const told = page.getByText('Making the file…');
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(told).toBeHidden();
  await page.unroute('**/*.woff');
  expect((await download('Download as PDF')).name).toBe('Offer for the workshop.pdf');
  await expect(page.getByText('The file couldn’t be made')).toHaveCount(0);
});

test('a picture that is gone doesn’t keep the document here', async () => {
  await page.route('**/api/v1/files/*/content', (route) => route.fulfill({ status: 404 }));
  const html = asText((await download('Download as web page (.html)')).bytes);
  expect(html).toContain('Image missing: Sales.png');
  await expect(page.getByText('One picture couldn’t be loaded').or(page.getByText("One picture couldn't be loaded"))).toBeVisible();
  await page.unroute('**/api/v1/files/*/content');
});

test('on paper there is only the document, in black on white', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(list()).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeHidden();
  await expect(text().getByRole('link', { name: 'our plan' })).toBeVisible();
  expect(await text().evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
  await page.screenshot({ path: test.info().outputPath('print.png'), fullPage: true });
  await page.emulateMedia({ media: null, colorScheme: null });
});

test('its Word file comes back with the same structure, dropped onto the list with another one', async () => {
  const before = await titles();
  const docx = await download('Download for Word (.docx)');
  const transfer = await page.evaluateHandle(([bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes!)], 'offer.docx'));
    data.items.add(new File(['<h1>From the web</h1><p>Hello <img src="https://example.org/a.png" alt="a cat"></p>'], 'page.html'));
    return data;
  }, [[...docx.bytes]]);
  const target = newWays();
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(dialog().getByText('Imported', { exact: true })).toHaveCount(2);
  expect(await seriousFaults(page, '[role="dialog"]')).toEqual([]);
  await dialog().getByRole('link', { name: 'Open' }).first().click();
  await expect(text().locator('[data-content-type="callout"]')).toContainText('Book early.');
  await expect(text().locator('[data-content-type="checkListItem"]')).toHaveCount(2);
  await expect(text().locator('table')).toContainText('€40');
  await expect(text().getByRole('img', { name: 'Sales' })).toHaveJSProperty('naturalWidth', 320);
  expect(await titles()).toEqual([...before, 'From the web', 'Offer for the workshop'].sort());
});

test('what can’t be a document is refused with a reason, and leaves none', async () => {
  await page.goto(`${server.url}/docs`);
  await expect(newWays()).toBeVisible();
  const before = await titles();
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(10), 'word/document.xml': new Uint8Array(40 * 1024 * 1024) });
  await give(file('bomb.docx', bomb), file('broken.docx', 'PK\u0003\u0004 not really'), file('huge.md', 'word '.repeat(1_500_000)), file('deep.html', '<div>'.repeat(5_000)), file('photo.exe', 'x'), file('empty.md', ''));
  await expect(dialog().getByRole('alert')).toHaveText([
    'This file unpacks to far more than it should. It wasn\'t opened.', 'This file is damaged, or isn\'t what its name says.', 'This file is too large for a document.',
    'This file is too complex for a document.', 'Only Markdown, HTML and Word (.docx) files can be imported.', 'There is nothing in this file.',
  ]);
  await page.screenshot({ path: test.info().outputPath('refused.png') });
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  expect(await titles()).toEqual(before);
});

test('given up while it uploads, it leaves nothing', async () => {
  const before = await titles();
  // Never answered: only who asks can end it.
  await page.route('**/api/v1/uploads**', () => undefined);
  await give(file('offer.md', markdown));
  await expect(dialog().getByText('Pictures: 0 of 1')).toBeVisible();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog().getByText('Cancelled')).toBeVisible();
  await page.unroute('**/api/v1/uploads**');
  expect(await titles()).toEqual(before);
});
