import type { Page } from '@playwright/test';
import { percentile } from '../fan-out/percentile.ts';
import { EMPTY, type Stage } from './stage.ts';

/** Of one turn of the wheel, in pixels. */
const TURN = 240;
const TURN_MS = 16;
const LONG_MS = 50;

export interface Scrolling {
  longest: number;
  /** Frames that took more than 50 ms, of how many. */
  long: number;
  frames: number;
  p95: number;
  /** Pixels that went by. */
  pixels: number;
}

/** Turns the wheel back through the large channel, which fetches its history meanwhile; beside a page of as many plain lines. */
export async function measureScrolling(stage: Stage, seconds: number): Promise<{ ours: Scrolling; floor: Scrolling }> {
  const ours = await stage.withPage(async (page) => {
    await stage.open(page, stage.large);
    return scroll(page, '[role="region"][aria-label^="Messages in"]', seconds);
  });
  const floor = await stage.withPage(async (page) => {
    await page.goto(`${stage.server.url}${EMPTY}`);
    await page.evaluate(() => {
      const list = document.createElement('div');
      list.id = 'list';
      list.style.cssText = 'height: 90vh; overflow: auto';
      list.append(...Array.from({ length: 20_000 }, (_, index) => Object.assign(document.createElement('p'), { textContent: `line ${index}` })));
      document.body.append(list);
      list.scrollTop = list.scrollHeight;
    });
    return scroll(page, '#list', seconds);
  });
  return { ours, floor };
}

async function scroll(page: Page, selector: string, seconds: number): Promise<Scrolling> {
  await page.locator(selector).hover();
  const travelled = await page.evaluateHandle((list) => {
    const noted = { pixels: 0 };
    const element = document.querySelector(list)!;
    // What is put in above moves the position, too: only what goes up counts.
    let last = element.scrollTop;
    element.addEventListener('scroll', () => {
      noted.pixels += Math.max(0, last - element.scrollTop);
      last = element.scrollTop;
    });
    return noted;
  }, selector);
  const noted = await page.evaluateHandle(() => window.benchProbe.noteFrames());
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    await page.mouse.wheel(0, -TURN);
    await page.waitForTimeout(TURN_MS);
  }
  const frames = (await noted.jsonValue()).sort((a, b) => a - b);
  return { longest: frames.at(-1) ?? 0, long: frames.filter((frame) => frame > LONG_MS).length, frames: frames.length, p95: percentile(frames, 0.95), pixels: (await travelled.jsonValue()).pixels };
}
