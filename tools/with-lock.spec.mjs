import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './with-lock.mjs';

const module = new URL('with-lock.mjs', import.meta.url).href;
let folder;
let lock;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-lock-'));
  lock = path.join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that takes the lock and keeps it until its standard input ends. */
async function holdElsewhere() {
  const script = `import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(lock)}, async () => {
      process.stdout.write('held');
      for await (const _ of process.stdin);
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('waits for the process that holds it', async () => {
  const holder = await holdElsewhere();
  let ran = false;
  const waiting = withLock(lock, () => {
    ran = true;
  });
  expect(ran).toBe(false);
  holder.stdin.end();
  await waiting;
  expect(ran).toBe(true);
  expect(existsSync(lock)).toBe(false);
});

test('takes over from a process that was killed', async () => {
  const holder = await holdElsewhere();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(existsSync(lock)).toBe(true);
  expect(await withLock(lock, () => 'done')).toBe('done');
});

test('is free again after work that failed', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a lock without a name in it is abandoned', async () => {
  writeFileSync(lock, '');
  expect(await withLock(lock, () => 'done')).toBe('done');
});
