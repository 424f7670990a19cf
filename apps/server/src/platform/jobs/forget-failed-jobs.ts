import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobHandlers } from './job-handlers.ts';

const KEPT_DAYS = 30;

/** Jobs that were given up stay for a while, to be looked at or tried again by hand. */
@Injectable()
export class ForgetFailedJobs implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('jobs.forget-failed', () => this.run());
  }

  async run(): Promise<void> {
    await this.database.query(
      `DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL AND attempts >= max_attempts AND updated_at < now() - $1 * interval '1 day'`,
      [KEPT_DAYS],
    );
  }
}
