import { expect, type Locator, type Page } from '@playwright/test';

/** The composer, once its editor is there. */
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message/ });

export const messages = (page: Page): Locator => page.locator('article[data-message]');

export const message = (page: Page, text: string | RegExp): Locator => messages(page).filter({ hasText: text });

export async function openChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`\\b${name}\\b`) }).first().click();
  await expect(page).toHaveURL(/\/c\//);
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
  const collect = async (): Promise<number> => {
    const before = seen.size;
    // Only what a person sees: the list keeps the row that has the tab stop, wherever it stands.
    const rows = await list.evaluate((element) => {
      const frame = element.getBoundingClientRect();
      const shown = [...element.querySelectorAll('article[data-message]')].filter((article) => {
        const box = article.getBoundingClientRect();
        return box.bottom > frame.top && box.top < frame.bottom;
      });
      return shown
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((article) => [article.getAttribute('data-message') ?? '', article.textContent] as const);
    });
    for (const [id, text] of rows) {
      const found = mark.exec(text);
      if (found) seen.set(id, found[0]);
    }
    return seen.size - before;
  };
  // Up to the beginning, where older pages come in by themselves.
  for (let still = 0; still < 12; ) {
    const top = await list.evaluate((element) => {
      element.scrollTop = 0;
      return element.scrollHeight;
    });
    await page.waitForTimeout(80);
    still = (await list.evaluate((element) => element.scrollHeight)) === top ? still + 1 : 0;
  }
  seen.clear();
  await collect();
  for (;;) {
    const atEnd = await list.evaluate((element) => {
      const before = element.scrollTop;
      element.scrollTop += element.clientHeight * 0.8;
      return element.scrollTop === before;
    });
    await page.waitForTimeout(40);
    await collect();
    if (atEnd) return [...seen.values()];
  }
}
