import { ensureBuilt } from '../ensure-built.mjs';

export async function build() {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const app of ['server', 'web', 'sfu']) tally[(await ensureBuilt(app)) ? 'passed' : 'failed'] += 1;
  return tally;
}
