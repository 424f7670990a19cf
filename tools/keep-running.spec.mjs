import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRunning } from './keep-running.mjs';

// Node takes its time to start on a machine that does much else.
const patience = { timeout: 60_000 };
vi.setConfig({ testTimeout: 120_000 });

let folder;
let pids;
let program;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-keep-running-'));
  pids = path.join(folder, 'pids');
  program = path.join(folder, 'program.mjs');
  writeFileSync(pids, '');
  writeFileSync(program, `
    import { appendFileSync } from 'node:fs';
    setInterval(() => {}, 1_000_000);
    appendFileSync(${JSON.stringify(pids)}, process.pid + ' ' + (process.env.WORD ?? '') + '\\n');
  `);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const starts = () => readFileSync(pids, 'utf8').split('\n').filter(Boolean);
const pidOf = (line) => Number(line.split(' ')[0]);
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('starts again what died, until it is stopped', async () => {
  const kept = keepRunning('It', [program], {}, { pause: 1 });
  await vi.waitUntil(() => starts().length === 1, patience);
  process.kill(pidOf(starts()[0]), 'SIGKILL');
  await vi.waitUntil(() => starts().length === 2, patience);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('It ended (SIGKILL)'));
  await kept.stop();
  expect(starts().map(pidOf).filter(isAlive)).toEqual([]);
});

test('starts it anew with more in its environment when asked to', async () => {
  const kept = keepRunning('It', [program], {}, { pause: 1_000_000 });
  await vi.waitUntil(() => starts().length === 1, patience);
  kept.restart({ WORD: 'more' });
  await vi.waitUntil(() => starts()[1]?.endsWith(' more'), patience);
  await kept.stop();
});

test('does not bring back what Ctrl+C ended too', async () => {
  const kept = keepRunning('It', [program], {}, { pause: 1 });
  await vi.waitUntil(() => starts().length === 1, patience);
  kept.expectEnd();
  process.kill(pidOf(starts()[0]), 'SIGINT');
  await kept.ended;
  expect(starts()).toHaveLength(1);
});

test('it ends with us, also when we are killed', async () => {
  const parent = path.join(folder, 'parent.mjs');
  writeFileSync(parent, `
    import { keepRunning } from ${JSON.stringify(new URL('keep-running.mjs', import.meta.url).href)};
    keepRunning('It', [${JSON.stringify(program)}], {});
  `);
  const child = spawn(process.execPath, [parent], { stdio: 'ignore' });
  await vi.waitUntil(() => starts().length === 1, patience);
  child.kill('SIGKILL');
  const pid = pidOf(starts()[0]);
  await vi.waitUntil(() => !isAlive(pid), patience);
});
