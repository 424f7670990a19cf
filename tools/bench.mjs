// npm run bench -- <name> [options]: one of the benchmarks in e2e/bench/src.
import './require-node.mjs';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureSfuWorker } from './ensure-sfu-worker.mjs';
import { node, root } from './paths.mjs';
import { supervise } from './supervise.mjs';

const folder = 'e2e/bench/src';
const [name, ...options] = process.argv.slice(2);
const available = readdirSync(path.join(root, folder))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

if (!available.includes(name)) {
  console.error(`Which benchmark? npm run bench -- <name> [options], with one of: ${available.join(', ')}`);
  process.exit(2);
}
await ensureInstalled();
// Its figures are the last line of the output: what the build prints comes before. Forwarding needs no build but mediasoup's.
const ofMediaHost = name === 'sfu';
if (!(await ensureBuilt(...(ofMediaHost ? [] : ['server', 'web'])))) process.exit(1);
const workerBin = ofMediaHost ? await ensureSfuWorker() : undefined;
if (ofMediaHost && !workerBin) process.exit(1);
supervise(node, ['--enable-source-maps', `${folder}/${name}.ts`, ...options], workerBin ? { PARVIS_SFU_WORKER_BIN: workerBin } : {});
