import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** First half of the advisory locks that living workers hold; the second is the hash of their id. */
const PRESENCE = 7_274_848;
/** Time for a worker that just started to show its presence, in seconds. */
const GRACE_S = 3;

/** PostgreSQL itself takes it back when the process dies, however it dies. */
export async function showPresence(client: PoolClient, workerId: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [PRESENCE, workerId]);
}

/**
 * Frees the jobs of workers that died in the middle; graphile-worker alone would leave them locked
 * for four hours. A worker is dead when its lock can be had.
 */
export async function freeJobsOfTheDead(database: DataSource): Promise<void> {
  await database.query(
    `WITH worker AS MATERIALIZED (
       SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - $2 * interval '1 second'
     ), dead AS MATERIALIZED (
       SELECT locked_by FROM worker WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))
     )
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
    [PRESENCE, GRACE_S],
  );
}
