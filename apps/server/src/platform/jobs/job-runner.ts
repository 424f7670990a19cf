import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { Log } from '../log/log.ts';
import { type JobDefinition, type JobName, JOBS } from './job-catalogue.ts';
import { type JobHandler, JobHandlers } from './job-handlers.ts';
import { poolOf } from '../database/pool-of.ts';
import { workerLogger } from './worker-log.ts';
import { freeJobsOfTheDead, showPresence } from './worker-presence.ts';

/** Jobs that this process does at a time. */
const CONCURRENCY = 4;
/** How late a job that was put off may begin. */
const POLL_MS = 1_000;
const LOOK_FOR_DEAD_MS = 5_000;
/** Jobs under way when the process stops have so long to end, then to obey their signal. */
const PATIENCE_MS = 4_000;
const LAST_PATIENCE_MS = 8_000;
const RESTART_MS = 5_000;

/** Does the jobs, in processes of the role `worker`. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private runner: Runner | undefined;
  private deadTimer: NodeJS.Timeout | undefined;
  private restartTimer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly handlers: JobHandlers,
    private readonly log: Log,
  ) {}

  /** Once every module has registered its handlers. */
  async start(): Promise<void> {
    await freeJobsOfTheDead(this.database);
    await this.run();
    this.deadTimer = setInterval(() => {
      freeJobsOfTheDead(this.database).catch((error: unknown) => this.log.error({ err: error }, 'jobs could not reach the database'));
    }, LOOK_FOR_DEAD_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.deadTimer);
    clearTimeout(this.restartTimer);
    const { runner } = this;
    if (!runner) return;
    const gone = new AbortController();
    const stopped = runner.stop().finally(() => {
      gone.abort();
    });
    const forced = delay(LAST_PATIENCE_MS, undefined, { signal: gone.signal }).then(() => runner.kill(), () => undefined);
    await Promise.race([stopped, forced]);
  }

  private async run(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:listen:success', ({ workerPool, client }) => {
      showPresence(client, workerPool.id).catch((error: unknown) => this.log.error({ err: error }, 'a worker could not show its presence'));
    });
    this.runner = await run({
      pgPool: poolOf(this.database),
      logger: workerLogger(this.log),
      events,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      gracefulShutdownAbortTimeout: PATIENCE_MS,
      noHandleSignals: true,
      // Without a batch, even of no delay, stopping doesn't wait until a job that is done is noted as done.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: this.taskList(),
      parsedCronItems: parseCronItems(this.recurring()),
    });
    this.runner.promise
      .catch((error: unknown) => this.log.error({ err: error }, 'jobs stopped'))
      .finally(() => {
        if (!this.stopping) this.restartTimer = setTimeout(() => void this.restart(), RESTART_MS);
      });
  }

  private async restart(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.log.error({ err: error }, 'jobs could not start again');
      if (!this.stopping) this.restartTimer = setTimeout(() => void this.restart(), RESTART_MS);
    }
  }

  private taskList(): TaskList {
    return Object.fromEntries(this.handlers.entries.map(([name, handler]) => [name, this.task(name, handler)]));
  }

  private task(name: JobName, handler: JobHandler<JobName>): TaskList[string] {
    return async (given, { job, abortSignal }) => {
      const last = job.attempts >= job.max_attempts;
      try {
        const { _cron, ...payload } = given as Record<string, unknown>;
        await handler(JOBS[name].payload.parse(payload) as never, { attempt: job.attempts, last, signal: abortSignal });
      } catch (error) {
        this.log[last ? 'error' : 'warn']({ job: name, jobId: job.id, attempt: job.attempts, err: error }, last ? 'job given up' : 'job failed');
        throw error;
      }
    };
  }

  private recurring(): { task: string; match: string; options: { maxAttempts: number; jobKey: string } }[] {
    return this.handlers.entries.flatMap(([task]) => {
      const { cron, attempts }: JobDefinition = JOBS[task];
      return cron === undefined ? [] : [{ task, match: cron, options: { maxAttempts: attempts, jobKey: task } }];
    });
  }
}
