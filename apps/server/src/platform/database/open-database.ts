import { startEmbeddedPostgres } from '@parvis/embedded-postgres';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import { createDataSource } from './data-source.ts';

export interface OpenDatabase {
  database: DataSource;
  close(): Promise<void>;
}

/**
 * Connects to `DATABASE_URL`, or to the embedded PostgreSQL in the data folder, started when it
 * does not run yet. Closing stops it unless another living process uses it.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return connected(config.databaseUrl, config.databasePool, () => Promise.resolve());
  const embedded = await startEmbeddedPostgres({ directory: path.join(config.dataDirectory, 'postgres'), database: 'parvis' });
  return connected(embedded.url, config.databasePool, async () => {
    await embedded.stop();
  });
}

async function connected(url: string, poolSize: number, afterwards: () => Promise<void>): Promise<OpenDatabase> {
  const database = createDataSource(url, poolSize);
  try {
    await database.initialize();
  } catch (error) {
    await afterwards();
    throw error;
  }
  return {
    database,
    close: async () => {
      await database.destroy();
      await afterwards();
    },
  };
}
