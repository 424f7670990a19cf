import type { DataSource } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import { openDatabase } from '../platform/database/open-database.ts';

/** Runs a command on the database; an embedded PostgreSQL that a running server uses stays up. */
export async function withDatabase(work: (context: { database: DataSource; config: Config }) => Promise<void>): Promise<void> {
  const config = new Config(process.env, []);
  const { database, close } = await openDatabase(config);
  try {
    await work({ database, config });
  } finally {
    await close();
  }
}
