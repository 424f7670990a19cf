import { startEmbeddedPostgres } from '@parvis/embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An empty PostgreSQL with fsync on, gone afterwards. */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'parvis-bench-'));
  const postgres = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres'), database: 'bench' });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
