import { Injectable } from '@nestjs/common';
import type { JobName, JobPayload } from './job-catalogue.ts';

export interface JobRun {
  /** Counts from 1. */
  attempt: number;
  /** Whether a failure now is the last. */
  last: boolean;
  /** Aborted when the process stops. */
  signal: AbortSignal;
}

export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>, run: JobRun) => Promise<void>;

/** What does each kind of work. Modules register theirs in `onModuleInit`. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler<JobName>>();

  register<Name extends JobName>(name: Name, handler: JobHandler<Name>): void {
    if (this.handlers.has(name)) throw new Error(`${name} has a handler already`);
    this.handlers.set(name, handler as unknown as JobHandler<JobName>);
  }

  get entries(): [JobName, JobHandler<JobName>][] {
    return [...this.handlers];
  }
}
