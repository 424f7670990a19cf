import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { TestAccount } from '@parvis/testing';
import { percentile } from './fan-out/percentile.ts';
import { join, type MeetingStage, openMirror, startMeetingBrowser, withMeeting } from './meeting/meeting-stage.ts';
import { type Joining, noteJoining } from './meeting/note-joining.ts';

/*
 * Coming in: from pressing "Join now" to the first picture of somebody else, in Chromium on a production
 * build with a media host, all on this machine. Two people are in the meeting; one comes in again and
 * again, each time with a browser that knows nothing. Prints one JSON line, with what each step took of
 * it, and exits non-zero outside of the budget.
 */
const { values } = parseArgs({ options: { joins: { type: 'string', default: '20' } } });
const joins = Number(values.joins);

/** Milliseconds. */
const BUDGET = { p95: 1_000 };
/** Enough for pictures that move; they cost the processor on which all of it runs. */
const FPS = 15;
const STEPS = ['placed', 'attach', 'connect', 'stage', 'watch', 'connected', 'frame'] as const;

const noted = await withMeeting(async (stage) => {
  const inside = await startMeetingBrowser(FPS);
  try {
    for (const name of ['Bilal Haddad', 'Chloé Martin']) await join((await openMirror(inside, stage, await stage.person(name))).page);
    const comer = await stage.person('Dina Novak');
    // The first one compiles what the server and the browsers run.
    await comeIn(stage, comer);
    const all: Joining[] = [];
    for (let index = 0; index < joins; index++) all.push(await comeIn(stage, comer));
    return all;
  } finally {
    await inside.close();
  }
});

async function comeIn(stage: MeetingStage, account: TestAccount): Promise<Joining> {
  const browser = await startMeetingBrowser(FPS);
  try {
    const { page } = await openMirror(browser, stage, account, noteJoining);
    await join(page);
    const joining = await page.evaluate(() => window.benchJoining);
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('toolbar').waitFor({ state: 'detached' });
    return joining;
  } finally {
    await browser.close();
  }
}

// A step that wasn't taken before the picture was there took until then.
const sorted = (step: keyof Joining): number[] => noted.map((joining) => joining[step] ?? joining.frame).sort((a, b) => a - b);
const of = (step: keyof Joining, share: number): number => Math.round(percentile(sorted(step), share));
const ours = { p50: of('frame', 0.5), p95: of('frame', 0.95), most: of('frame', 1), steps: Object.fromEntries(STEPS.map((step) => [step, of(step, 0.5)])) };
const ok = ours.p95 < BUDGET.p95;
process.stdout.write(`${JSON.stringify({ bench: 'join', joins, cores: availableParallelism(), load: Math.round(loadavg()[0]! * 10) / 10, ours, budget: BUDGET, ok })}\n`);
process.exit(ok ? 0 : 1);
