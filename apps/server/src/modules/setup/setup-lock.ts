import type { Query } from '../../platform/database/query.ts';

const SETUP_LOCK = 7_274_848;

/** Until the end of the transaction no other process sets up: an advisory lock. */
export async function lockSetup(query: Query): Promise<void> {
  await query.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK]);
}
