import type { DataSource } from 'typeorm';
import { migrateJobs } from '../jobs/job-schema.ts';
import { migrations } from './migrations/index.ts';

/** The database cannot be used as it is; nothing was changed. */
export class DatabaseUnfit extends Error {}

const MINIMUM_SERVER = 150_000;
/** One process migrates, the others wait for it: an advisory lock with this key. */
const MIGRATION_LOCK = 7_274_847;

/**
 * Checks that the database fits, then runs the migrations that it lacks, each in its own
 * transaction: one that dies half-way is rolled back, and the next start resumes with it.
 * @throws DatabaseUnfit for a server older than 15 or a database of a newer Parvis
 */
export async function migrate(database: DataSource): Promise<{ ran: string[] }> {
  const [server] = await database.query<{ version: string }[]>(`SELECT current_setting('server_version_num') AS version`);
  if (Number(server?.version) < MINIMUM_SERVER) throw new DatabaseUnfit('PostgreSQL 15 or newer is needed');
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(database);
    const ran = await database.runMigrations({ transaction: 'each' });
    await migrateJobs(database);
    return { ran: ran.map((migration) => migration.name) };
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}

async function refuseNewer(database: DataSource): Promise<void> {
  const [table] = await database.query<{ name: string | null }[]>(`SELECT to_regclass('migration')::text AS name`);
  if (!table?.name) return;
  const rows = await database.query<{ name: string }[]>('SELECT name FROM migration');
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = rows.filter((row) => !known.has(row.name));
  if (unknown.length > 0) throw new DatabaseUnfit(`the database was made by a newer version of Parvis (${unknown[0]?.name ?? ''})`);
}
