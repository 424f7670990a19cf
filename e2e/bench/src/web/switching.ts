import type { Page } from '@playwright/test';
import { percentile } from '../fan-out/percentile.ts';
import type { Place } from './seed-places.ts';
import type { Stage } from './stage.ts';

const REST_MS = 120;
const MESSAGE = 'article[data-message]';

/** Clicks a conversation in the list; milliseconds until its latest message is painted. */
export async function switchTo(page: Page, { channelId, latest }: Place): Promise<number> {
  const row = page.locator(`[data-conversation="${channelId}"]`).first();
  // A hand needs longer than this from coming to rest until it presses.
  await row.hover();
  await page.waitForTimeout(REST_MS);
  const painted = page.evaluate(([selector, text]) => window.benchProbe.painted('pointerdown', selector, text), [MESSAGE, latest] as const);
  await row.click();
  return painted;
}

/** Cold: for the first time in this browser. Warm: once it has been there. */
export interface Switching {
  coldP50: number;
  coldP95: number;
  warmP50: number;
  warmP95: number;
}

export const measureSwitching = (stage: Stage, rounds: number): Promise<Switching> =>
  stage.withPage(async (page) => {
    const [home, ...others] = stage.places;
    await stage.open(page, home!);
    const cold: number[] = [];
    const warm: number[] = [];
    for (const place of others) cold.push(await switchTo(page, place));
    for (let round = 0; round < rounds; round += 1) for (const place of stage.places) warm.push(await switchTo(page, place));
    cold.sort((a, b) => a - b);
    warm.sort((a, b) => a - b);
    return { coldP50: percentile(cold, 0.5), coldP95: percentile(cold, 0.95), warmP50: percentile(warm, 0.5), warmP95: percentile(warm, 0.95) };
  });
