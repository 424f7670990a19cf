import type { Page } from '@playwright/test';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { percentile } from './fan-out/percentile.ts';
import { type Stage, withStage } from './web/stage.ts';
import { switchTo } from './web/switching.ts';

/*
 * Opening a conversation of a hundred thousand messages from another one: from the press, before which
 * the pointer rested there for a moment, to the frame that shows its latest message, in Chromium on a
 * production build that our server serves. Cold: for the first time in this browser; warm: once it has
 * been there. The same on a processor that is four times as slow stands beside, without a budget.
 * Prints one JSON line and exits non-zero outside of the budget.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    browsers: { type: 'string', default: '20' },
    switches: { type: 'string', default: '5' },
  },
});
const [messages, browsers, switches] = [values.messages, values.browsers, values.switches].map(Number) as [number, number, number];

/** Milliseconds at p95. */
const BUDGET = { warm: 150, cold: 400 };
const SLOW = 4;
const READING_MS = 300;

interface Opening {
  coldP50: number;
  coldP95: number;
  warmP50: number;
  warmP95: number;
}

/** A person looks at what they opened before they go on: until all of it is there, and a moment more. */
async function read(page: Page): Promise<void> {
  await page.locator('.ProseMirror').waitFor();
  await page.waitForTimeout(READING_MS);
}

async function measure(stage: Stage, rate: number): Promise<Opening> {
  const cold: number[] = [];
  const warm: number[] = [];
  const home = stage.places[0]!;
  for (let browser = 0; browser < browsers; browser += 1) {
    await stage.withPage(async (page) => {
      await stage.open(page, home);
      // Whoever goes elsewhere has moved the pointer here, which loads the editor.
      await page.mouse.move(900, 400);
      await read(page);
      await page.waitForLoadState('networkidle');
      await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
      cold.push(await switchTo(page, stage.large));
      for (let index = 0; index < switches; index += 1) {
        await read(page);
        await switchTo(page, home);
        await read(page);
        warm.push(await switchTo(page, stage.large));
      }
    });
  }
  const [colds, warms] = [cold, warm].map((figures) => figures.sort((a, b) => a - b)) as [number[], number[]];
  const at = (figures: number[], share: number): number => Math.round(percentile(figures, share));
  return { coldP50: at(colds, 0.5), coldP95: at(colds, 0.95), warmP50: at(warms, 0.5), warmP95: at(warms, 0.95) };
}

const { ours, slow } = await withStage(messages, async (stage) => ({ ours: await measure(stage, 1), slow: await measure(stage, SLOW) }));
const ok = ours.warmP95 <= BUDGET.warm && ours.coldP95 <= BUDGET.cold;
process.stdout.write(`${JSON.stringify({ bench: 'open-channel', messages, cores: availableParallelism(), load: Math.round(loadavg()[0]! * 100) / 100, ours, slowDown: SLOW, slow, budget: BUDGET, ok })}\n`);
process.exit(ok ? 0 : 1);
