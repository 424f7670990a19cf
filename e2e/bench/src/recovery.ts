import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { FAULTS } from './recovery/faults.ts';
import { measureFault, type Pauses } from './recovery/measure-fault.ts';
import { withMeeting } from './recovery/with-meeting.ts';

/*
 * How long people in a meeting see and hear nothing after something broke: two browsers with cameras
 * that Chromium makes up, a server and two media hosts as they are shipped. Of each fault the longest
 * time without a new picture and without sound, of the person for whom it was longest; a loss of the
 * network is counted from its end. The floor is the same while nothing happens: pauses that come from
 * this machine, not from a fault. Prints one JSON line and exits non-zero outside of the budget.
 * `--only server-killed,drained` tries some of them.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(FAULTS).join(',') } } });
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !(name in FAULTS));
if (unknown.length > 0) {
  process.stderr.write(`No such fault: ${unknown.join(', ')}. There are ${Object.keys(FAULTS).join(', ')}.\n`);
  process.exit(2);
}

let floor: Pauses = { picture: 0, sound: 0 };
const ours: Record<string, Pauses> = {};
await withMeeting(async (meeting) => {
  floor = await measureFault(meeting, { budget: 0, happens: () => Promise.resolve() });
  for (const name of wanted) ours[name] = await measureFault(meeting, FAULTS[name]!);
});
const missed = wanted.flatMap((name) => (['picture', 'sound'] as const).filter((what) => ours[name]![what] > FAULTS[name]!.budget).map((what) => `${name}.${what}`));
const budget = Object.fromEntries(wanted.map((name) => [name, FAULTS[name]!.budget]));
const ok = missed.length === 0;
process.stdout.write(`${JSON.stringify({ bench: 'recovery', unit: 'ms', cores: availableParallelism(), load: Math.round(loadavg()[0]! * 10) / 10, ours, floor, budget, missed, ok })}\n`);
process.exit(ok ? 0 : 1);
