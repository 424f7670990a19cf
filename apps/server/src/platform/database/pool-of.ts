import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool that the data source itself uses: whoever goes past TypeORM takes no connections beyond `PARVIS_DATABASE_POOL`. */
export function poolOf(database: DataSource): Pool {
  const pool = (database.driver as unknown as { master: Pool }).master;
  // A connection that breaks while somebody holds it fails what they ask of it; as an event it would end the process.
  if (pool.listenerCount('connect') === 0) pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
