import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureInBrowser } from './docs/in-browser.ts';
import { writeHocuspocus, writeOurs } from './docs/writing.ts';
import { withPostgres } from './fan-out/with-postgres.ts';

/*
 * Documents. `writing`: many who write in one. Ours, where each update is on disk before
 * anybody is told, beside hocuspocus, which holds documents in memory and stores them seconds later; on
 * one PostgreSQL, each pinned to one core with the load on the other. `browser`: Chromium opens one of
 * 2,000 blocks, and types in it while seven others do. Prints one JSON line and exits non-zero outside
 * of the budget. `--only browser` measures a part.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'writing,browser' },
    writers: { type: 'string', default: '50' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '20' },
  },
});
const [writers, rate, seconds] = [values.writers, values.rate, values.seconds].map(Number) as [number, number, number];
/** Before anything is pinned to one. */
const cores = availableParallelism();

/** p99, open, keyP95: milliseconds. cpu: of a delivery, beside the floor's. */
const BUDGET = { p99: 15, cpu: 1, open: 1_000, keyP95: 50 };

const missed: string[] = [];
const check = (name: keyof typeof BUDGET, value: number): void => {
  if (!(value <= BUDGET[name])) missed.push(name);
};
const ours: Record<string, object> = {};
const floor: Record<string, object> = {};
const ratios: Record<string, object> = {};

const wanted = values.only.split(',');
if (wanted.includes('browser')) {
  const seen = await measureInBrowser(5, 220);
  check('open', seen.open);
  check('keyP95', seen.keyP95);
  ours['browser'] = rounded(seen);
}
if (wanted.includes('writing')) await withPostgres(async (databaseUrl) => {
  const load = { writers, rate, seconds };
  const [theirs, mine] = [await writeHocuspocus(databaseUrl, load), await writeOurs(databaseUrl, load)];
  const cpu = mine.cpuMsPer1000 / theirs.cpuMsPer1000;
  for (const { delivered, expected } of [theirs, mine]) if (delivered !== expected) missed.push('delivered');
  check('p99', mine.p99);
  check('cpu', cpu);
  [floor['writing'], ours['writing'], ratios['writing']] = [rounded(theirs), rounded(mine), rounded({ cpu, p50: mine.p50 / theirs.p50, p99: mine.p99 / theirs.p99 })];
});

const ok = missed.length === 0;
process.stdout.write(`${JSON.stringify({ bench: 'docs', writers, rate, seconds, cores, load: Math.round(loadavg()[0]! * 10) / 10, ours, floor, ratios, budget: BUDGET, missed, ok })}\n`);
process.exit(ok ? 0 : 1);

function rounded(figures: object): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 100) / 100]));
}
