import type { Page } from '@playwright/test';
import { percentile } from '../fan-out/percentile.ts';
import { EMPTY, type Stage } from './stage.ts';

export interface FirstLoad {
  /** Of gzipped JavaScript. */
  kib: number;
  /** Milliseconds, at full speed and on a processor that is four times as slow. */
  lcp: number;
  lcpSlow: number;
  cls: number;
}

const SLOW = 4;
/** Nothing moves any more after this. */
const SETTLED_MS = 500;

/** Medians of some visits, each by a browser that has never been there. */
export async function measureFirstLoad(stage: Stage, runs: number): Promise<{ ours: FirstLoad; floor: Pick<FirstLoad, 'lcp' | 'lcpSlow'> }> {
  const place = stage.places[0]!;
  const visit = (rate: number) => stage.withPage((page) => load(page, rate, () => stage.open(page, place)));
  const visitEmpty = (rate: number) => stage.withPage((page) => load(page, rate, async () => void (await page.goto(`${stage.server.url}${EMPTY}`))));
  const several = async (rate: number) => ({ ours: await repeat(runs, () => visit(rate)), floor: await repeat(runs, () => visitEmpty(rate)) });
  const [fast, slow] = [await several(1), await several(SLOW)];
  return {
    ours: { kib: median(fast.ours, 'kib'), lcp: median(fast.ours, 'lcp'), lcpSlow: median(slow.ours, 'lcp'), cls: Math.max(...[...fast.ours, ...slow.ours].map(({ cls }) => cls)) },
    floor: { lcp: median(fast.floor, 'lcp'), lcpSlow: median(slow.floor, 'lcp') },
  };
}

interface Visit {
  kib: number;
  lcp: number;
  cls: number;
}

async function load(page: Page, rate: number, open: () => Promise<void>): Promise<Visit> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Network.enable');
  // Brotli is smaller; the budget counts what an old proxy would pass on.
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  await protocol.send('Emulation.setCPUThrottlingRate', { rate });
  let bytes = 0;
  protocol.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Script') bytes += Number(response.headers['content-length'] ?? 0);
  });
  await open();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLED_MS);
  const { lcp, cls } = await page.evaluate(() => ({ lcp: window.benchProbe.lcp, cls: window.benchProbe.cls }));
  return { kib: bytes / 1024, lcp, cls };
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const outcomes: T[] = [];
  for (let index = 0; index < times; index += 1) outcomes.push(await work());
  return outcomes;
}

const median = (visits: Visit[], figure: keyof Visit): number => percentile(visits.map((visit) => visit[figure]).sort((a, b) => a - b), 0.5);
