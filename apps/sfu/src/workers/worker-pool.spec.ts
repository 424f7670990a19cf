import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MediaWorker } from './media-worker.ts';
import { WorkerPool } from './worker-pool.ts';

let folder: string;
beforeEach(async () => {
  vi.useFakeTimers();
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-pool-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

const fake = (load = 0, rooms = 0): MediaWorker => ({ load, rooms, worker: { once: () => undefined, close: () => undefined, pid: 1 } }) as unknown as MediaWorker;
function pool(start: (index: number) => Promise<MediaWorker>, size = 1, missing?: string): WorkerPool {
  const made = new WorkerPool({ size, workerBin: path.join(folder, 'worker'), missing, start, log: pino({ level: 'silent' }) });
  made.start();
  return made;
}
const programIsThere = (): Promise<void> => writeFile(path.join(folder, 'worker'), '');

it('waits for a program that is still being built', async () => {
  const made = pool(() => Promise.resolve(fake()));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([made.state, made.detail]).toEqual(['preparing', `waiting for ${path.join(folder, 'worker')}`]);
  await programIsThere();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([made.state, made.detail]).toEqual(['ready', null]);
  made.close();
});

it('says at once why its program will not come, and takes it when it does', async () => {
  const made = pool(() => Promise.resolve(fake()), 1, 'no compiler');
  expect([made.state, made.detail]).toEqual(['failed', 'no compiler']);
  await programIsThere();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(made.state).toBe('ready');
  made.close();
});

it('says so when its program cannot be run, and tries on', async () => {
  await programIsThere();
  let broken = true;
  const made = pool(() => (broken ? Promise.reject(new Error('exec format error')) : Promise.resolve(fake())));
  await vi.advanceTimersByTimeAsync(10_000);
  expect([made.state, made.detail]).toEqual(['failed', 'exec format error']);
  await expect(made.pick()).rejects.toMatchObject({ code: 'not_ready' });
  broken = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(made.state).toBe('ready');
  made.close();
});

it('gives the least busy worker', async () => {
  await programIsThere();
  const made = pool((index) => Promise.resolve(fake(10 - index)), 3);
  await vi.advanceTimersByTimeAsync(0);
  expect((await made.pick()).load).toBe(8);
  made.close();
});

it('spreads rooms that begin at the same moment', async () => {
  await programIsThere();
  const made = pool((index) => Promise.resolve(fake(0, index === 1 ? 0 : 1)), 3);
  await vi.advanceTimersByTimeAsync(0);
  expect((await made.pick()).rooms).toBe(0);
  made.close();
});
