import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { withFileLock } from './file-lock.ts';
import { root, sharedFolder } from './paths.ts';
import { ensureServerBuilt, serverCli } from './server-build.ts';
import { databaseUrl, execute, startTestPostgres } from './test-postgres.ts';

export interface TestDatabase {
  url: string;
  /** Drops it, with whoever is still connected. */
  drop(): Promise<void>;
}

const run = promisify(execFile);
/** Databases of runs that were killed are dropped after this, in hours. */
const LEFT_OVER = 6;

/** A fresh, migrated database, copied from a template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const postgres = await startTestPostgres();
  const { adminUrl } = postgres;
  const name = `parvis_test_${Date.now()}_${randomUUID().slice(0, 8)}`;
  await withFileLock(path.join(sharedFolder, 'database.lock'), async () => {
    const template = await ensureTemplate(adminUrl);
    await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: databaseUrl(adminUrl, name),
    drop: async () => {
      await execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await postgres.stop();
    },
  };
}

/** The migrated database that others are copied from; another one for other migrations. */
async function ensureTemplate(adminUrl: string): Promise<string> {
  const template = `parvis_template_${await hashMigrations()}`;
  const rows = await execute<{ name: string }>(adminUrl, `SELECT datname AS name FROM pg_database WHERE datname LIKE 'parvis\\_%'`);
  for (const { name } of rows) {
    const age = (Date.now() - Number(name.split('_')[2])) / 3_600_000;
    if (name.startsWith('parvis_test_') && age > LEFT_OVER) await execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  if (rows.some(({ name }) => name === template)) return template;
  await ensureServerBuilt();
  // Renamed only once complete: a migration that is cut off leaves no template.
  const unfinished = `${template}_unfinished`;
  await execute(adminUrl, `DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await execute(adminUrl, `CREATE DATABASE ${unfinished}`);
  await run(process.execPath, [serverCli, 'migrate'], { env: { ...process.env, DATABASE_URL: databaseUrl(adminUrl, unfinished) } });
  await execute(adminUrl, `ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  return template;
}

async function hashMigrations(): Promise<string> {
  const folder = path.join(root, 'apps/server/src/platform/database/migrations');
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
