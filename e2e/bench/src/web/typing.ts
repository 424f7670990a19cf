import type { Page } from '@playwright/test';
import { percentile } from '../fan-out/percentile.ts';
import { EMPTY, type Stage } from './stage.ts';

const TEXT = 'The quick brown fox jumps over the lazy dog, and nobody **waits** for it. ';
const PAUSE_MS = 25;
const WARM_UP = 20;

export interface Typing {
  p50: number;
  p95: number;
}

/** From a key stroke in the composer to its paint, beside a text box alone. */
export async function measureTyping(stage: Stage, keys: number): Promise<{ ours: Typing; floor: Typing }> {
  const ours = await stage.withPage(async (page) => {
    await stage.open(page, stage.places[0]!);
    const editor = page.locator('[contenteditable="true"][role="textbox"]');
    await page.getByRole('textbox', { name: /^Message/ }).click();
    await editor.click();
    return type(page, keys);
  });
  const floor = await stage.withPage(async (page) => {
    await page.goto(`${stage.server.url}${EMPTY}`);
    await page.evaluate(() => document.body.append(document.createElement('textarea')));
    await page.locator('textarea').click();
    return type(page, keys);
  });
  return { ours, floor };
}

async function type(page: Page, keys: number): Promise<Typing> {
  const noted = await page.evaluateHandle(() => window.benchProbe.noteKeys());
  const text = TEXT.repeat(Math.ceil((keys + WARM_UP) / TEXT.length)).slice(0, keys + WARM_UP);
  await page.keyboard.type(text, { delay: PAUSE_MS });
  await page.evaluate(async ([list, count]) => {
    while (list.length < count) await new Promise(requestAnimationFrame);
  }, [noted, text.length] as const);
  const ascending = (await noted.jsonValue()).slice(WARM_UP).sort((a, b) => a - b);
  return { p50: percentile(ascending, 0.5), p95: percentile(ascending, 0.95) };
}
