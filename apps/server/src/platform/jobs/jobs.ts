import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Query } from '../database/query.ts';
import { type JobDefinition, type JobName, type JobPayload, JOBS } from './job-catalogue.ts';

export interface JobOptions {
  /** Not before this moment; at once when left out. */
  runAt?: Date;
  /** One waiting job per key: adding it again replaces payload and moment. */
  key?: string;
  /** Of one that waits under this key already, the moment stays. */
  keepMoment?: true;
  maxAttempts?: number;
}

/**
 * Work for later, kept in PostgreSQL: it survives a crash, is done by one process, and tried again
 * when it fails. It may be done twice when a process dies in the middle: handlers bear that.
 */
@Injectable()
export class Jobs {
  constructor(private readonly database: DataSource) {}

  /** With a transaction, the job exists if and when that commits. Answers the moment before which it does not begin. */
  async add<Name extends JobName>(query: Query | null, name: Name, payload: JobPayload<Name>, options: JobOptions = {}): Promise<Date> {
    const definition: JobDefinition = JOBS[name];
    const asked: Query = query ?? this.database;
    const [job] = await asked.query<{ runAt: Date }>(
      'SELECT run_at AS "runAt" FROM graphile_worker.add_job($1, payload := $2::json, run_at := $3, max_attempts := $4, job_key := $5, queue_name := $6, job_key_mode := $7)',
      [name, JSON.stringify(payload), options.runAt ?? null, options.maxAttempts ?? definition.attempts, options.key ?? null, laneOf(name, definition), options.keepMoment ? 'preserve_run_at' : 'replace'],
    );
    return job?.runAt ?? new Date();
  }

  /** Forgets the job that waits under this key, if one does. One that runs already goes on, but isn't tried again. */
  async cancel(query: Query | null, key: string): Promise<void> {
    await (query ?? this.database).query('SELECT 1 FROM graphile_worker.remove_job($1)', [key]);
  }
}

let turn = 0;

/** Jobs of one lane run one after the other. */
function laneOf(name: JobName, { lanes }: JobDefinition): string | null {
  if (lanes === undefined) return null;
  turn += 1;
  return `${name}:${turn % lanes}`;
}
