import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createDataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import { Metrics } from '../health/metrics.ts';
import { createLogger } from '../log/log.ts';
import { ForgetFailedJobs } from './forget-failed-jobs.ts';
import { type JobHandler, JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobRunner } from './job-runner.ts';
import { Jobs } from './jobs.ts';
import { freeJobsOfTheDead } from './worker-presence.ts';

const NAME = 'auth.mail-password-reset';
const SLOW = 'link-previews.fetch';
const WORDS = { email: 'words@acme.test' };
let test: TestDatabase;
let database: DataSource;
let jobs: Jobs;
let runners: JobRunner[] = [];
let logged = '';
beforeAll(async () => {
  test = await createTestDatabase();
  database = await createDataSource(test.url, 10).initialize();
  await migrate(database);
  jobs = new Jobs(database);
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.beforeApplicationShutdown()));
  runners = [];
  logged = '';
  await database.query('TRUNCATE graphile_worker._private_jobs');
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

async function work(handler: JobHandler<typeof NAME>, slow: JobHandler<typeof SLOW> = () => Promise.resolve()): Promise<void> {
  const handlers = new JobHandlers();
  handlers.register(NAME, handler);
  handlers.register(SLOW, slow);
  const log = createLogger('warn', { write: (line) => { logged += line; } });
  const runner = new JobRunner(database, handlers, log);
  runners.push(runner);
  await runner.start();
}

const waiting = async (): Promise<number> =>
  (await database.query<unknown[]>('SELECT 1 FROM graphile_worker._private_jobs')).length;

it('does a job once its transaction is committed, and never when that is rolled back', async () => {
  const done: string[] = [];
  await work(async ({ email }) => { done.push(email); });
  await database.transaction((manager) => jobs.add(manager, NAME, { email: 'kept@acme.test' }));
  await database.transaction(async (manager) => {
    await jobs.add(manager, NAME, { email: 'undone@acme.test' });
    throw new Error('undo');
  }).catch(() => undefined);
  await jobs.add(null, NAME, { email: 'last@acme.test' });
  await vi.waitUntil(async () => done.length === 2 && (await waiting()) === 0, { timeout: 30_000 });
  expect(done.sort()).toEqual(['kept@acme.test', 'last@acme.test']);
});

it('does each job in one process only', async () => {
  const done: string[] = [];
  const count = async ({ email }: { email: string }) => { done.push(email); };
  await Promise.all([work(count), work(count)]);
  const all = Array.from({ length: 30 }, (_, index) => `p${index}@acme.test`);
  await Promise.all(all.map((email) => jobs.add(null, NAME, { email })));
  await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 30_000 });
  expect(done.sort()).toEqual(all.sort());
});

it('lets work that waits for others keep nothing else waiting', async () => {
  const done: string[] = [];
  const running = { now: 0, most: 0 };
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => { end = resolve; });
  await work(async ({ email }) => { done.push(email); }, async () => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    await ended;
    running.now -= 1;
  });
  for (let index = 0; index < 12; index += 1) await jobs.add(null, SLOW, { channelId: randomUUID(), messageId: randomUUID() });
  await vi.waitUntil(() => running.now === 2, { timeout: 5_000 });
  await jobs.add(null, NAME, WORDS);
  await vi.waitUntil(() => done.length === 1, { timeout: 5_000 });
  end();
  await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 10_000 });
  expect(running.most).toBe(2);
}, 20_000);

it('begins when it is due, and replaces or forgets what waits under a key', async () => {
  const done: string[] = [];
  await work(async ({ email }) => { done.push(email); });
  const later = new Date(Date.now() + 3_600_000);
  await jobs.add(null, NAME, { email: 'later@acme.test' }, { runAt: later });
  await jobs.add(null, NAME, { email: 'old@acme.test' }, { runAt: later, key: 'moved' });
  await jobs.add(null, NAME, { email: 'new@acme.test' }, { runAt: new Date(Date.now() + 300), key: 'moved' });
  await jobs.add(null, NAME, { email: 'cancelled@acme.test' }, { runAt: new Date(Date.now() + 300), key: 'cancelled' });
  await jobs.cancel(null, 'cancelled');
  await vi.waitUntil(() => done.length > 0, { timeout: 30_000 });
  await vi.waitUntil(async () => (await waiting()) === 1, { timeout: 30_000 });
  expect(done).toEqual(['new@acme.test']);
});

it('tries again what failed, and tells the log nothing of what it was given', async () => {
  const attempts: number[] = [];
  await work(async (_, { attempt, last }) => {
    attempts.push(attempt);
    if (!last) throw new Error('not yet');
  });
  await jobs.add(null, NAME, WORDS, { maxAttempts: 2 });
  await vi.waitUntil(async () => (await waiting()) === 0, { timeout: 30_000 });
  expect(attempts).toEqual([1, 2]);
  expect(logged).toContain('job failed');
  expect(logged).toContain('not yet');
  expect(logged).not.toContain(WORDS.email);
});

it('counts what waits and what was given up', async () => {
  const metrics = new Metrics();
  new JobMetrics(database, metrics);
  await work(() => Promise.reject(new Error('never')));
  await jobs.add(null, NAME, WORDS, { maxAttempts: 1 });
  await jobs.add(null, NAME, WORDS, { runAt: new Date(Date.now() + 60_000) });
  await vi.waitUntil(async () => (await metrics.registry.metrics()).includes('parvis_jobs{state="failed"} 1'), { timeout: 30_000 });
  expect(await metrics.registry.metrics()).toContain('parvis_jobs{state="pending"} 1');
});

it('lets a job under way end when the process stops', async () => {
  let ended = false;
  let begun = false;
  await work(async (_, { signal }) => {
    begun = true;
    await new Promise((resolve) => { signal.addEventListener('abort', resolve); });
    ended = true;
  });
  await jobs.add(null, NAME, WORDS);
  await vi.waitUntil(() => begun, { timeout: 30_000 });
  await runners[0]?.beforeApplicationShutdown();
  runners = [];
  expect(ended).toBe(true);
  expect(await waiting()).toBe(0);
});

it('frees the jobs of a worker that is gone, and leaves those of a living one', async () => {
  let end: () => void = () => undefined;
  await work(() => new Promise((resolve) => { end = resolve; }));
  await jobs.add(null, NAME, WORDS);
  const locked = async () => (await database.query<{ by: string }[]>('SELECT locked_by AS by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL')).map(({ by }) => by);
  await vi.waitUntil(async () => (await locked()).length === 1, { timeout: 30_000 });
  await database.query(`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute'`);
  await jobs.add(null, NAME, WORDS, { runAt: new Date(Date.now() + 60_000) });
  await database.query(`UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now() - interval '1 minute' WHERE locked_by IS NULL`);
  await freeJobsOfTheDead(database);
  expect(await locked()).toEqual([expect.not.stringMatching('gone')]);
  end();
});

it('keeps a job that was given up for a month, and then forgets it', async () => {
  const forget = new ForgetFailedJobs(database, new JobHandlers());
  await jobs.add(null, NAME, WORDS, { maxAttempts: 1 });
  await jobs.add(null, NAME, WORDS, { runAt: new Date(Date.now() + 60_000) });
  await database.query(`UPDATE graphile_worker._private_jobs SET attempts = 1, updated_at = now() - interval '29 days' WHERE max_attempts = 1`);
  await forget.run();
  expect(await waiting()).toBe(2);
  await database.query(`UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '31 days'`);
  await forget.run();
  expect(await waiting()).toBe(1);
});
