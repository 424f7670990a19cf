import { percentile } from '../fan-out/percentile.ts';
import type { Stage } from './stage.ts';

export interface Palette {
  /** The first time, when its file comes from the server. */
  first: number;
  p50: number;
  p95: number;
}

/** From Ctrl+K to the first frame in which the quick switcher stands with places to choose from. */
export const measurePalette = (stage: Stage, times: number): Promise<Palette> =>
  stage.withPage(async (page) => {
    await stage.open(page, stage.places[0]!);
    const noted: number[] = [];
    for (let index = 0; index <= times; index += 1) {
      const painted = page.evaluate(() => window.benchProbe.painted('keydown', '[aria-modal="true"] [role="option"]', ''));
      await page.keyboard.press('Control+k');
      noted.push(await painted);
      await page.keyboard.press('Escape');
      await page.locator('[aria-modal="true"]').waitFor({ state: 'detached' });
    }
    const [first = 0, ...again] = noted;
    again.sort((a, b) => a - b);
    return { first, p50: percentile(again, 0.5), p95: percentile(again, 0.95) };
  });
