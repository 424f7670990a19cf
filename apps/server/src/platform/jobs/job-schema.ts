import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/pool-of.ts';
import { silentLogger } from './worker-log.ts';

/** Brings the schema `graphile_worker` to the version that this server needs. */
export const migrateJobs = (database: DataSource): Promise<void> => runMigrations({ pgPool: poolOf(database), logger: silentLogger });
