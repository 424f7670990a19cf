import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics } from '../health/metrics.ts';

interface Counts {
  pending: number;
  overdue: number;
  running: number;
  failed: number;
}

/** How the queue stands, counted whenever `/metrics` is asked. `overdue`: due for a minute and not begun. */
@Injectable()
export class JobMetrics {
  constructor(database: DataSource, metrics: Metrics) {
    const gauge = new Gauge({
      name: 'parvis_jobs',
      help: 'Background jobs by state; failed ones were given up',
      labelNames: ['state'] as const,
      registers: [metrics.registry],
      collect: async () => {
        // Without the database nothing is known of jobs; everything else is still told.
        const counts = await countJobs(database).catch(() => null);
        if (!counts) gauge.reset();
        else for (const [state, count] of Object.entries(counts)) gauge.set({ state }, count);
      },
    });
  }
}

async function countJobs(database: DataSource): Promise<Counts> {
  const [counts] = await database.query<Counts[]>(
    `SELECT count(*) FILTER (WHERE is_available) AS pending,
       count(*) FILTER (WHERE is_available AND run_at < now() - interval '1 minute') AS overdue,
       count(*) FILTER (WHERE locked_at IS NOT NULL) AS running,
       count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS failed
     FROM graphile_worker._private_jobs`,
  );
  return counts ?? { pending: 0, overdue: 0, running: 0, failed: 0 };
}
