import { sfuWorker } from '@parvis/testing';
import type { Browser, Page } from '@playwright/test';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { percentile } from './fan-out/percentile.ts';
import { join, type MeetingStage, openMirror, startMeetingBrowser, withMeeting } from './meeting/meeting-stage.ts';
import { comeInPlainly, type PlainSender } from './meeting/plain-sender.ts';
import { startPlainHost } from './meeting/plain-host.ts';
import { keepConnections, received, type ReceivedTrack } from './meeting/received.ts';
import { recordMedia } from './meeting/recorded-media.ts';

/*
 * A meeting of twelve with all cameras and microphones on, on this machine alone: server, media host and
 * Chromium on a production build. A few sit in browser processes of their own, send, and see and hear all
 * others; the rest signal as all do, and send a recorded voice and picture as plain RTP, since browsers
 * that encode would take the machine for themselves. Counts what freezes and what is made up of voices.
 * Prints one JSON line and exits non-zero outside of the budget.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '12' }, watching: { type: 'string', default: '2' }, seconds: { type: 'string', default: '20' } } });
const [people, watching, seconds] = [values.people, values.watching, values.seconds].map(Number) as [number, number, number];

/** Of their cameras, a second. */
const FPS = 15;
/** Freezes of all pictures; frames a second of the slowest one; made-up sound of the worst voice, of all. */
const BUDGET = { freezes: 0, slowest: FPS * 0.7, concealed: 0.02 };
const SETTLE_MS = 5_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const worker = await sfuWorker();
if (worker === null) throw new Error('there is no media worker here');
const media = await recordMedia(FPS);
const host = await startPlainHost(worker);
const tracks = await withMeeting(async (stage) => {
  const browsers: Browser[] = [];
  const senders: PlainSender[] = [];
  try {
    for (let index = watching; index < people; index++) senders.push(await comeInPlainly(stage, host, await stage.person(`Sender ${index}`), media, index * 170));
    const pages: Page[] = [];
    for (let index = 0; index < watching; index++) {
      const browser = await startMeetingBrowser(FPS);
      browsers.push(browser);
      pages.push(await comeIn(browser, stage, `Viewer ${index}`));
    }
    for (const page of pages) await seesAll(page);
    await pause(SETTLE_MS);
    const before = await Promise.all(pages.map(received));
    await pause(seconds * 1000);
    const after = await Promise.all(pages.map(received));
    return after.flatMap((list, index) => list.map((track) => since(track, before[index]!.find(({ id }) => id === track.id))));
  } finally {
    for (const sender of senders) sender.stop();
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}, host).finally(() => host.stop());

async function comeIn(browser: Browser, stage: MeetingStage, name: string): Promise<Page> {
  const { page } = await openMirror(browser, stage, await stage.person(name), keepConnections);
  await join(page);
  return page;
}

/** Pictures of all others are on the screen. */
async function seesAll(page: Page): Promise<void> {
  await page.waitForFunction((count) => [...document.querySelectorAll<HTMLVideoElement>('[data-participant] video:not([data-mirrored])')].filter(({ videoWidth }) => videoWidth > 0).length === count, people - 1);
}

function since(now: ReceivedTrack, before: ReceivedTrack | undefined): ReceivedTrack {
  if (!before) return now;
  const { frames, freezes, frozen, samples, concealed } = before;
  return { ...now, frames: now.frames - frames, freezes: now.freezes - freezes, frozen: now.frozen - frozen, samples: now.samples - samples, concealed: now.concealed - concealed };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const of = (kind: 'audio' | 'video') => tracks.filter((track) => track.kind === kind);
const rates = of('video').map(({ frames }) => frames / seconds).sort((a, b) => a - b);
const shares = of('audio').map(({ concealed, samples }) => (samples > 0 ? concealed / samples : 1)).sort((a, b) => a - b);
const ours = {
  pictures: rates.length, freezes: of('video').reduce((sum, { freezes }) => sum + freezes, 0), frozenSeconds: rounded(of('video').reduce((sum, { frozen }) => sum + frozen, 0)),
  slowest: rounded(rates[0] ?? 0), median: rounded(percentile(rates, 0.5)), voices: shares.length, concealed: rounded(shares.at(-1) ?? 1),
};
const all = watching * (people - 1);
const ok = ours.pictures === all && ours.voices === all && ours.freezes <= BUDGET.freezes && ours.slowest >= BUDGET.slowest && ours.concealed <= BUDGET.concealed;
process.stdout.write(`${JSON.stringify({ bench: 'crowd', people, watching, seconds, cores: availableParallelism(), load: rounded(loadavg()[0]!), ours, budget: BUDGET, ok })}\n`);
process.exit(ok ? 0 : 1);
