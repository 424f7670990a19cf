import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openHocuspocusAndCount, openOursAndCount } from './docs/opening.ts';
import { writeHocuspocus, writeOurs } from './docs/writing.ts';
import { withPostgres } from './fan-out/with-postgres.ts';

/*
 * Documents: many who write in one, and opening a long one. Ours, where each update is on disk before
 * anybody is told, beside hocuspocus, which holds documents in memory and stores them seconds later; on
 * one PostgreSQL, each pinned to one core with the load on the other. Prints one JSON line and exits
 * non-zero outside of the budget. `--only writing` measures a part.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'writing,opening' },
    writers: { type: 'string', default: '50' },
    rate: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '20' },
    operations: { type: 'string', default: '200000' },
    documents: { type: 'string', default: '100' },
  },
});
const [writers, rate, seconds, operations, documents] = [values.writers, values.rate, values.seconds, values.operations, values.documents].map(Number) as [number, number, number, number, number];
/** Before anything is pinned to one. */
const cores = availableParallelism();
const wanted = values.only.split(',');

/** p99: milliseconds. Ratios to the floor: CPU per delivery, time to open. */
const BUDGET = { p99: 15, cpu: 1, typed: 1, random: 1, kibPerDocument: 1_024 };

const missed: string[] = [];
const check = (name: keyof typeof BUDGET, value: number): void => {
  if (!(value <= BUDGET[name])) missed.push(name);
};
const ours: Record<string, object> = {};
const floor: Record<string, object> = {};
const ratios: Record<string, object> = {};

await withPostgres(async (databaseUrl) => {
  if (wanted.includes('writing')) {
    const load = { writers, rate, seconds };
    const [theirs, mine] = [await writeHocuspocus(databaseUrl, load), await writeOurs(databaseUrl, load)];
    const cpu = mine.cpuMsPer1000 / theirs.cpuMsPer1000;
    for (const { delivered, expected } of [theirs, mine]) if (delivered !== expected) missed.push('delivered');
    check('p99', mine.p99);
    check('cpu', cpu);
    [floor['writing'], ours['writing'], ratios['writing']] = [rounded(theirs), rounded(mine), rounded({ cpu, p50: mine.p50 / theirs.p50, p99: mine.p99 / theirs.p99 })];
  }
  if (wanted.includes('opening')) {
    const [theirs, mine] = [await openHocuspocusAndCount(databaseUrl, operations, documents), await openOursAndCount(databaseUrl, operations, documents)];
    const [typed, random] = [mine.typed / theirs.typed, mine.random / theirs.random];
    check('typed', typed);
    check('random', random);
    check('kibPerDocument', mine.kibPerDocument);
    [floor['opening'], ours['opening'], ratios['opening']] = [rounded(theirs), rounded(mine), rounded({ typed, random })];
  }
});

const ok = missed.length === 0;
process.stdout.write(`${JSON.stringify({ bench: 'docs', writers, rate, seconds, operations, documents, cores, load: Math.round(loadavg()[0]! * 10) / 10, ours, floor, ratios, budget: BUDGET, missed, ok })}\n`);
process.exit(ok ? 0 : 1);

function rounded(figures: object): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 100) / 100]));
}
