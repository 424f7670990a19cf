import type { Page } from '@playwright/test';
import { percentile } from '../fan-out/percentile.ts';
import type { Stage } from './stage.ts';

export interface Sending {
  /** To one's own screen. */
  ownP50: number;
  ownP95: number;
  /** To the other's. */
  p50: number;
  p95: number;
}

const WARM_UP = 5;
const MESSAGE = 'article[data-message]';

/** From Enter to the paint on the screens of two people, each in a browser process of their own on this machine. */
export const measureSending = (stage: Stage, count: number): Promise<Sending> =>
  stage.withPage((alice) => stage.withPage((bilal) => exchange(stage, alice, bilal, count), stage.other));

async function exchange(stage: Stage, alice: Page, bilal: Page, count: number): Promise<Sending> {
  const place = stage.places[1]!;
  await Promise.all([stage.open(alice, place), stage.open(bilal, place)]);
  await alice.getByRole('textbox', { name: /^Message/ }).click();
  await alice.locator('[contenteditable="true"][role="textbox"]').click();
  const own: number[] = [];
  const others: number[] = [];
  for (let index = 0; index < count + WARM_UP; index += 1) {
    const text = `sent in the bench as number ${index}.`;
    await alice.keyboard.insertText(text);
    const shown = [alice, bilal].map((page) => page.evaluate(([selector, wanted]) => window.benchProbe.shownAt(selector, wanted), [MESSAGE, text] as const));
    const sent = alice.evaluate(() => window.benchProbe.nextAt('keydown'));
    // Their pages have taken the question before the key is pressed.
    await Promise.all([alice, bilal].map((page) => page.evaluate(() => undefined)));
    await alice.keyboard.press('Enter');
    const [at, mine, theirs] = await Promise.all([sent, ...shown]);
    if (index < WARM_UP) continue;
    own.push(mine! - at);
    others.push(theirs! - at);
  }
  for (const list of [own, others]) list.sort((a, b) => a - b);
  return { ownP50: percentile(own, 0.5), ownP95: percentile(own, 0.95), p50: percentile(others, 0.5), p95: percentile(others, 0.95) };
}
