import { type EmbeddedPostgres, startEmbeddedPostgres } from '@parvis/embedded-postgres';
import path from 'node:path';
import pg from 'pg';
import { sharedFolder } from './paths.ts';

export interface TestPostgres {
  /** A database in which others can be created. */
  adminUrl: string;
  stop(): Promise<void>;
}

/** Nothing in it must survive a crash of the machine. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * PostgreSQL for tests: `PARVIS_TEST_DATABASE_URL`, or one embedded cluster that all test processes
 * share; the last one stops it. Its folder is kept, so that the next run starts at once.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env['PARVIS_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { adminUrl: given, stop: () => Promise.resolve() };
  users += 1;
  cluster ??= startEmbeddedPostgres({ directory: path.join(sharedFolder, 'postgres'), database: 'postgres', settings });
  return { adminUrl: (await cluster).adminUrl, stop: leave };
}

/** The cluster counts its processes; within one, several databases may be in use at a time. */
let cluster: Promise<EmbeddedPostgres> | undefined;
let users = 0;

async function leave(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const left = await cluster;
  cluster = undefined;
  await left?.stop();
}

/** One statement on a connection of its own. */
export async function execute<Row extends pg.QueryResultRow>(url: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
