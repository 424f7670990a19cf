import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureInBrowser } from './docs/in-browser.ts';
import { measureMemory } from './docs/memory.ts';
import { measureOpening } from './docs/opening.ts';
import { writeHocuspocus, writeOurs } from './docs/writing.ts';
import { withPostgres } from './fan-out/with-postgres.ts';

/*
 * Documents. `writing`: many who write in one. Ours, where each update is on disk before
 * anybody is told, beside hocuspocus, which holds documents in memory and stores them seconds later; on
 * one PostgreSQL, each pinned to one core with the load on the other. `opening`: one of 200,000
 * operations, by a window that has nothing of it yet. `memory`: of the server, with 300 open. Both beside
 * hocuspocus as well. `browser`: Chromium opens one of 2,000 blocks, and types in it while seven others
 * do. Prints one JSON line and exits non-zero outside of the budget. `--only browser` measures a part.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'writing,opening,memory,browser' },
    writers: { type: 'string', default: '50' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '20' },
    operations: { type: 'string', default: '200000' },
    documents: { type: 'string', default: '300' },
  },
});
const [writers, rate, seconds, operations, documents] = [values.writers, values.rate, values.seconds, values.operations, values.documents].map(Number) as [number, number, number, number, number];
/** Before anything is pinned to one. */
const cores = availableParallelism();

/** p99, open, keyP95: milliseconds. cpu: of a delivery; typed, random: until a document is open; both beside the floor's. */
const BUDGET = { p99: 15, cpu: 1, typed: 1, random: 1, kibPerDocument: 1_024, open: 1_000, keyP95: 50 };

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
if (wanted.includes('opening')) await withPostgres(async (databaseUrl) => {
  const seen = await measureOpening(databaseUrl, operations, 3);
  const [typed, random] = [seen.ours.typed / seen.floor.typed, seen.ours.random / seen.floor.random];
  check('typed', typed);
  check('random', random);
  [floor['opening'], ours['opening'], ratios['opening']] = [rounded(seen.floor), rounded(seen.ours), rounded({ typed, random })];
});
if (wanted.includes('memory')) await withPostgres(async (databaseUrl) => {
  const seen = await measureMemory(databaseUrl, documents);
  check('kibPerDocument', seen.ours.kibPerDocument);
  [floor['memory'], ours['memory']] = [rounded(seen.floor), rounded(seen.ours)];
});

const ok = missed.length === 0;
process.stdout.write(`${JSON.stringify({ bench: 'docs', writers, rate, seconds, operations, documents, cores, load: Math.round(loadavg()[0]! * 10) / 10, ours, floor, ratios, budget: BUDGET, missed, ok })}\n`);
process.exit(ok ? 0 : 1);

function rounded(figures: object): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 100) / 100]));
}
