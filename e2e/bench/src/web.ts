import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureFirstLoad } from './web/first-load.ts';
import { measureMemory } from './web/memory.ts';
import { measurePalette } from './web/palette.ts';
import { measureScrolling } from './web/scrolling.ts';
import { measureSending } from './web/sending.ts';
import { type Stage, withStage } from './web/stage.ts';
import { measureSwitching } from './web/switching.ts';
import { measureTyping } from './web/typing.ts';

/*
 * What a person waits for in the browser: Chromium on a production build that our server serves.
 * Where there is one, the floor is the same done by a page without scripts, in the same run. Prints
 * one JSON line and exits non-zero outside of the budget. `--only typing,palette` measures a part.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'first-load,switching,typing,palette,scrolling,sending,memory' },
    messages: { type: 'string', default: '100000' },
    switches: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
  },
});
const [messages, switches, runs, seconds] = [values.messages, values.switches, values.runs, values.seconds].map(Number) as [number, number, number, number];

/** Milliseconds, but for what says otherwise. None may be exceeded. */
const BUDGET: Record<string, Record<string, number>> = {
  'first-load': { kib: 300, lcp: 1_500, lcpSlow: 2_500, cls: 0.02 },
  switching: { warmP95: 150, coldP95: 400 },
  typing: { p95: 16 },
  palette: { p95: 50 },
  scrolling: { longest: 50 },
  sending: { p50: 40, p95: 80 },
  memory: { heap: 1.2 },
};

interface Measured {
  ours: object;
  floor?: object;
}

const parts: Record<string, (stage: Stage) => Promise<Measured>> = {
  'first-load': (stage) => measureFirstLoad(stage, runs),
  switching: async (stage) => ({ ours: await measureSwitching(stage, runs) }),
  typing: (stage) => measureTyping(stage, runs * 50),
  palette: async (stage) => ({ ours: await measurePalette(stage, runs * 10) }),
  scrolling: (stage) => measureScrolling(stage, seconds),
  sending: async (stage) => ({ ours: await measureSending(stage, runs * 15) }),
  memory: async (stage) => ({ ours: await measureMemory(stage, switches) }),
};

const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

const ours: Record<string, Record<string, number>> = {};
const floor: Record<string, Record<string, number>> = {};
await withStage(wanted.includes('scrolling') ? messages : 1_000, async (stage) => {
  for (const name of wanted) {
    const measured = await parts[name]!(stage);
    ours[name] = rounded(measured.ours);
    if (measured.floor) floor[name] = rounded(measured.floor);
  }
});

const ratios = Object.fromEntries(Object.entries(floor).map(([name, figures]) => [name, rounded(Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, (ours[name]?.[figure] ?? 0) / value])))]));
const missed = wanted.flatMap((name) => Object.entries(BUDGET[name] ?? {}).filter(([figure, most]) => !((ours[name]?.[figure] ?? Infinity) <= most)).map(([figure]) => `${name}.${figure}`));
const ok = missed.length === 0;
const budget = Object.fromEntries(wanted.map((name) => [name, BUDGET[name]]));
process.stdout.write(`${JSON.stringify({ bench: 'web', cores: availableParallelism(), load: rounded({ average: loadavg()[0] }).average, ours, floor, ratios, budget, missed, ok })}\n`);
process.exit(ok ? 0 : 1);

function rounded(figures: object): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 1000) / 1000]));
}
