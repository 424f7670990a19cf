// npm test: every check there is. npm test -- lint unit: only these stages.
import './require-node.mjs';
import { browser } from './checks/browser.mjs';
import { build } from './checks/build.mjs';
import { lint } from './checks/lint.mjs';
import { prepareSfuWorker } from './checks/sfu-worker.mjs';
import { typecheck } from './checks/typecheck.mjs';
import { unit } from './checks/unit.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { stopRunning } from './run.mjs';

/** One after the other; what is in one group, at the same time: lint has but one thread. */
const groups = [{ lint, typecheck }, { unit }, { build }, { browser }];
const stages = Object.assign({}, ...groups);
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

// The stage that runs ends, takes down what it started, and no other follows.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!interrupted) stopRunning(signal);
    interrupted = true;
  });
}

await ensureInstalled();
const isChosen = (name) => chosen.length === 0 || chosen.includes(name);
if (isChosen('unit') || isChosen('browser')) void prepareSfuWorker();
const total = { passed: 0, failed: 0, skipped: 0 };
async function check(name, stage) {
  if (interrupted || !isChosen(name)) return;
  console.log(`\n── ${name}`);
  const since = Date.now();
  const tally = await stage();
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed in ${Math.round((Date.now() - since) / 1000)} s`);
  for (const outcome of Object.keys(total)) total[outcome] += tally[outcome];
}
for (const group of groups) await Promise.all(Object.entries(group).map(([name, stage]) => check(name, stage)));

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = interrupted || total.failed > 0 || total.passed === 0 ? 1 : 0;
