import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { measureFloor, measureParvis, type FanOut } from './fan-out/measure.ts';
import { withPostgres } from './fan-out/with-postgres.ts';

/*
 * Fan-out: one channel, N members connected, R messages a second, each persisted before it is sent.
 * Ours and a bare socket.io server that INSERTs and emits, one after the other, on the same
 * PostgreSQL, each pinned to one core with the load on the other. Prints one JSON line and exits
 * non-zero outside of the budget.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '20' },
  },
});
const cores = availableParallelism();
const load = { members: Number(values.members), rate: Number(values.rate), seconds: Number(values.seconds) };

/** Ours may cost so many times the floor. */
const BUDGET = { cpu: 1.25, p99: 1.5, kibPerConnection: 40 };

const { ours, floor } = await withPostgres(async (databaseUrl) => ({
  floor: await measureFloor(databaseUrl, load),
  ours: await measureParvis(databaseUrl, load),
}));
const ratios = {
  cpu: round(ours.cpuMsPer1000 / floor.cpuMsPer1000),
  p50: round(ours.p50 / floor.p50),
  p99: round(ours.p99 / floor.p99),
};
const complete = (figures: FanOut): boolean => figures.delivered === figures.expected;
const ok = complete(ours) && complete(floor) && ratios.cpu <= BUDGET.cpu && ratios.p99 <= BUDGET.p99 && ours.kibPerConnection < BUDGET.kibPerConnection;
process.stdout.write(`${JSON.stringify({ bench: 'fan-out', ...load, cores, ours, floor, ratios, budget: BUDGET, ok })}\n`);
process.exit(ok ? 0 : 1);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
