import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { startBareHost } from './sfu/hosts.ts';
import { measureHost } from './sfu/measure-host.ts';
import { startOurHost } from './sfu/our-host.ts';

/*
 * Forwarding: one sender of a voice and of 1 Mbit/s of video, N who receive both by SRTP (AES-GCM), over
 * plain transports, since the load can't speak DTLS. Our host, with its calls, layers and observers,
 * and bare mediasoup, one after the other, each pinned to one core with the load on the other. Prints
 * one JSON line and exits non-zero outside of the budget.
 */
const { values } = parseArgs({
  options: { receivers: { type: 'string', default: '150' }, seconds: { type: 'string', default: '15' }, runs: { type: 'string', default: '3' } },
});
const cores = availableParallelism();
const load = { receivers: Number(values.receivers), seconds: Number(values.seconds) };
/** Built by `npm start`, `npm test` or tools/ensure-sfu-worker.mjs; named by PARVIS_SFU_WORKER_BIN otherwise. */
const workerBin = process.env['PARVIS_SFU_WORKER_BIN'] ?? '';
if (!existsSync(workerBin)) throw new Error('PARVIS_SFU_WORKER_BIN must name a mediasoup worker');

/** Ours may cost so many times bare mediasoup, and so much of a core, and lose nothing. */
const BUDGET = { cpu: 1.15, core: 40, lost: 0 };

const runs = [];
for (let run = 0; run < Number(values.runs); run++) {
  const floor = await measureHost((receivers) => startBareHost(workerBin, receivers), load);
  const ours = await measureHost((receivers) => startOurHost(workerBin, receivers), load);
  runs.push({ floor, ours, ratio: Math.round((ours.cpuMicrosecondsPerPacket / floor.cpuMicrosecondsPerPacket) * 100) / 100 });
}
/** The run in the middle by its ratio: both of its sides are of the same minute. */
const { floor, ours, ratio } = runs.sort((a, b) => a.ratio - b.ratio)[runs.length >> 1]!;
const ok = ratio <= BUDGET.cpu && ours.lost <= BUDGET.lost && ours.cpu < BUDGET.core;
process.stdout.write(`${JSON.stringify({ bench: 'sfu', ...load, cores, ours, floor, ratios: { cpu: ratio }, allRatios: runs.map((run) => run.ratio), budget: BUDGET, ok })}\n`);
process.exit(ok ? 0 : 1);
