import { expect, type Locator, type Page } from '@playwright/test';

/** The composer, once its editor is there. */
export const composer = (page: Page | Locator): Locator => page.getByRole('textbox', { name: /^Message/ });

export const messages = (page: Page | Locator): Locator => page.locator('article[data-message]');

export const message = (page: Page | Locator, text: string | RegExp): Locator => messages(page).filter({ hasText: text });

export async function openChannel(page: Page, name: string): Promise<void> {
  const named = new RegExp(`\\b${name}\\b`);
  await page.getByRole('link', { name: named }).first().click();
  await expect(page).toHaveURL(/\/c\//);
  // What was open before has a composer, too.
  await expect(page.getByRole('heading', { level: 1, name: named })).toBeVisible();
  await expect(composer(page)).toBeVisible();
}

export async function send(page: Page, text: string): Promise<void> {
  await composer(page).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The texts of all messages of a marked kind, scrolled through from the oldest to the newest; each by its message's id. */
export async function readAll(page: Page, mark: RegExp): Promise<string[]> {
  const list = page.getByRole('region', { name: /^Messages in/ });
  const seen = new Map<string, string>();
  // Up to the beginning, where older pages come in by themselves.
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo({ top: 0 }));
    await expect(list.getByRole('heading', { level: 2 })).toBeInViewport({ timeout: 100 });
  }).toPass({ timeout: 30_000, intervals: [50] });
  for (;;) {
    const { rows, ended } = await readSettled(list);
    for (const [id, text] of rows) {
      const found = mark.exec(text);
      if (found) seen.set(id, found[0]);
    }
    // At the end of what is loaded and at that of the conversation, from where nothing leads to the latest.
    if (ended && (await page.getByRole('button', { name: /^Jump to latest$|new messages?$/ }).count()) === 0) return [...seen.values()];
    await list.evaluate((element) => element.scrollBy({ top: element.clientHeight * 0.8 }));
  }
}

/** What a person sees of the list, once its rows stand where they belong: without a gap from its top to its bottom. */
async function readSettled(list: Locator): Promise<{ rows: (readonly [id: string, text: string])[]; ended: boolean }> {
  const read = () =>
    list.evaluate((element) => {
      const frame = element.getBoundingClientRect();
      // The list also keeps the row that has the tab stop, wherever it stands.
      const shown = [...(element.lastElementChild?.children ?? [])]
        .map((row) => ({ row, box: row.getBoundingClientRect(), measured: getComputedStyle(row).visibility === 'visible' }))
        .filter(({ box }) => box.bottom > frame.top + 1 && box.top < frame.bottom - 1)
        .sort((a, b) => a.box.top - b.box.top);
      const ended = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      const joined = shown.every(({ box, measured }, index) => measured && (index === 0 || Math.abs(box.top - (shown[index - 1]?.box.bottom ?? 0)) < 1));
      const above = element.scrollTop <= 1 || (shown[0]?.box.top ?? Infinity) <= frame.top + 1;
      const below = ended || (shown.at(-1)?.box.bottom ?? 0) >= frame.bottom - 1;
      const rows = shown
        .map(({ row }) => row.querySelector('article[data-message]'))
        .filter((article) => article !== null)
        .map((article) => [article.getAttribute('data-message') ?? '', article.textContent] as const);
      return { rows, ended, settled: joined && above && below };
    });
  let found = await read();
  await expect.poll(async () => (found = await read()).settled, { intervals: [0, 20, 50] }).toBe(true);
  return found;
}
