import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { seriousFaults } from './accessible.ts';
import { composer, message } from './conversation.ts';
import { startTwoPeople, type TwoPeople } from './two-people.ts';

/** Everything that a message can hold besides words: written by one person, read and used by another. */
test.describe.configure({ mode: 'serial' });

let people: TwoPeople;
let alice: Page;
let bilal: Page;

test.beforeAll(async ({ browser }) => {
  people = await startTwoPeople(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  alice = people.alice.page;
  bilal = people.bilal.page;
});
test.afterAll(() => people?.stop());

const tool = (page: Page, name: string, toolbar = 'Formatting') => page.getByRole('toolbar', { name: toolbar }).getByRole('button', { name, exact: true });

async function write(page: Page, ...lines: string[]): Promise<void> {
  await composer(page).click();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.type(line);
  }
}

async function paste(page: Page, html: string): Promise<void> {
  await expect(composer(page)).toHaveAttribute('contenteditable', 'true');
  await composer(page).evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

async function clear(page: Page): Promise<void> {
  await composer(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

test('a table is made and filled by keyboard alone, and scrolls on a phone', async () => {
  await composer(alice).focus();
  // The first key brings the editor; a hand is slower than what follows here.
  await alice.keyboard.type('|');
  await expect(composer(alice)).toHaveAttribute('contenteditable', 'true');
  await alice.keyboard.type(' Who | Hours |');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type('Zoé');
  await alice.keyboard.press('Tab');
  await alice.keyboard.type('12');
  await alice.keyboard.press('Tab');
  await alice.keyboard.type('Ali');
  // To the buttons of the table and back.
  await alice.keyboard.press('Alt+F10');
  await expect(tool(alice, 'Insert row above', 'Table tools')).toBeFocused();
  await alice.keyboard.press('End');
  await alice.keyboard.press('ArrowLeft');
  await expect(tool(alice, 'Align column right', 'Table tools')).toBeFocused();
  await alice.keyboard.press('Escape');
  await alice.keyboard.press('Shift+Tab');
  await alice.keyboard.press('Alt+F10');
  await tool(alice, 'Align column right', 'Table tools').focus();
  await alice.keyboard.press('Enter');
  await alice.keyboard.press('Control+Enter');

  const table = message(bilal, 'Zoé').getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('columnheader')).toHaveText(['Who', 'Hours']);
  await expect(table.getByRole('cell')).toHaveText(['Zoé', '12', 'Ali', '']);
  await expect(table.getByRole('cell', { name: '12' })).toHaveCSS('text-align', 'right');
});

test('a task is ticked by another member, for everybody', async () => {
  await write(alice, '[] Water the plants');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type('Feed the cat');
  await alice.keyboard.press('Control+Enter');
  const box = (page: Page, name: string) => message(page, 'Feed the cat').getByRole('checkbox', { name });
  await expect(box(bilal, 'Feed the cat')).not.toBeChecked();
  await box(bilal, 'Feed the cat').click();
  await expect(box(bilal, 'Feed the cat')).toBeChecked();
  await expect(box(alice, 'Feed the cat')).toBeChecked();
  await expect(box(alice, 'Water the plants')).not.toBeChecked();
  await box(alice, 'Feed the cat').press('Space');
  await expect(box(bilal, 'Feed the cat')).not.toBeChecked();
});

test('math is set, and a price stays one', async () => {
  await write(alice, 'Of $5 and $6, $x^2$ costs more');
  await alice.keyboard.press('Enter');
  const read = message(bilal, 'costs more');
  await expect(read.locator('math')).toHaveCount(1);
  await expect(read.locator('math msup')).toBeVisible();
  await expect(read).toContainText('Of $5 and $6,');
});

test('a spoiler is uncovered by a key, and only for whoever pressed it', async () => {
  await write(alice, 'It was ||the butler|| after all');
  await alice.keyboard.press('Enter');
  const cover = (page: Page) => message(page, 'after all').getByRole('button', { name: 'Show the spoiler' });
  await cover(bilal).focus();
  await bilal.keyboard.press('Enter');
  await expect(cover(bilal)).toHaveCount(0);
  await expect(message(bilal, 'after all').getByText('the butler')).toBeFocused();
  await expect(cover(alice)).toBeVisible();
});

test('a callout and coloured code are written as they will be read', async () => {
  await write(alice, '> [!WARNING] Hot', '', '```ts');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type("const a = 'b';");
  await expect(alice.getByRole('combobox', { name: 'Language of the code' })).toHaveValue('typescript');
  await expect(composer(alice).locator('.hljs-keyword')).toHaveText('const');
  await alice.getByRole('combobox', { name: 'Language of the code' }).selectOption('javascript');
  await alice.keyboard.press('Control+Enter');
  await composer(alice).click();
  await alice.keyboard.press('Control+Enter');
  await expect(message(bilal, 'Hot').getByRole('note')).toContainText('Warning');
  await expect(message(bilal, 'Hot').getByRole('region', { name: 'Code in JavaScript' }).locator('.hljs-keyword')).toHaveText('const');
});

test.describe('pasting', () => {
  const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '../../../apps/web/src/features/messages/composer-paste-fixtures', `${name}.html`), 'utf8');

  test.beforeEach(() => clear(alice));

  test('keeps what Word made, and nothing of how it looked', async () => {
    await paste(alice, fixture('word'));
    const text = composer(alice);
    await expect(text.locator('h1')).toHaveText('Launch plan');
    await expect(text.locator('strong').first()).toHaveText('Tuesday');
    await expect(text.locator('ul > li > ol > li')).toHaveText(['Customers', 'Press']);
    await expect(text.locator('table tr')).toHaveCount(2);
    await expect(text.locator('img[src^="file"], [style]')).toHaveCount(0);
    await alice.keyboard.press('Control+Enter');
    await expect(message(bilal, 'Launch plan').getByRole('table')).toBeVisible();
    await expect(message(bilal, 'Launch plan').getByRole('link', { name: 'the plan' })).toHaveAttribute('href', 'https://parvis.example/plan');
  });

  test('keeps lists, marks and tables of Google Docs', async () => {
    await paste(alice, fixture('google-docs'));
    await alice.keyboard.press('Control+Enter');
    const read = message(bilal, 'Minutes');
    await expect(read.getByRole('heading', { name: 'Minutes' })).toBeVisible();
    await expect(read.locator('strong', { hasText: 'agreed' })).toBeVisible();
    await expect(read.getByRole('checkbox', { name: 'Done' })).toBeChecked();
    await expect(read.getByRole('table')).toContainText('Cost | net');
  });

  test('makes a table of cells of a spreadsheet', async () => {
    await paste(alice, fixture('excel'));
    await alice.keyboard.press('Control+Enter');
    await expect(message(bilal, 'Quarter').getByRole('row').nth(1).getByRole('cell')).toHaveText(['Q1', '1,200.50', 'net']);
  });

  test('takes text as it is with Ctrl+Shift+V', async () => {
    await alice.evaluate(() => navigator.clipboard.writeText('- first\n- second'));
    await composer(alice).click();
    await alice.keyboard.press('Control+V');
    await expect(composer(alice).locator('li')).toHaveText(['first', 'second']);
    await clear(alice);
    await alice.keyboard.press('Control+Shift+V');
    await expect(composer(alice)).toContainText('- second');
    await expect(composer(alice).locator('li')).toHaveCount(0);
  });

  test('does not hang on a pathological text', async () => {
    await alice.evaluate(() => navigator.clipboard.writeText(`${'*a **b '.repeat(20_000)}\n${'[('.repeat(20_000)}`));
    await composer(alice).click();
    await alice.keyboard.press('Control+V');
    await expect(alice.getByRole('status').filter({ hasText: 'too many' })).toBeVisible();
    await clear(alice);
    await expect(composer(alice)).toHaveText('');
  });
});

test('the Markdown source and the rich text are two views of one message', async () => {
  await clear(alice);
  await write(alice, 'half **bold** done');
  await tool(alice, 'Markdown source').click();
  await expect(composer(alice)).toHaveText('half **bold** done');
  await expect(composer(alice)).toBeFocused();
  await alice.keyboard.press('End');
  await alice.keyboard.type(' ||x|| ');
  await alice.keyboard.press('Shift+Enter');
  await alice.keyboard.type('> [!TIP]');
  await alice.keyboard.press('Shift+Enter');
  await alice.keyboard.type('> *try*');
  await tool(alice, 'Markdown source').click();
  await expect(composer(alice).locator('[data-callout=tip] em')).toHaveText('try');
  await expect(composer(alice).locator('[data-spoiler]')).toHaveText('x');
  await alice.keyboard.press('Control+Enter');
  await expect(message(bilal, 'done').getByRole('note')).toContainText('try');

  // The choice is remembered on this device.
  await tool(alice, 'Markdown source').click();
  await alice.reload();
  await composer(alice).click();
  await expect(tool(alice, 'Markdown source')).toHaveAttribute('aria-pressed', 'true');
  await tool(alice, 'Markdown source').click();
});

test('all of it is accessible, light and dark, and fits a phone', async () => {
  await write(bilal, '> [!NOTE] a', '| b |');
  await bilal.keyboard.press('Enter');
  for (const colorScheme of ['light', 'dark'] as const) {
    await bilal.emulateMedia({ colorScheme });
    for (const part of ['[aria-label^="Messages in"]', '[data-composer]']) expect(await seriousFaults(bilal, part)).toEqual([]);
  }
  await bilal.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => bilal.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const table = message(bilal, 'Minutes').getByRole('region', { name: 'Table' });
  await expect.poll(() => table.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(390);
});
