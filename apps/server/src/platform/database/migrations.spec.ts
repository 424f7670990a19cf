import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@parvis/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDataSource } from './data-source.ts';
import { DatabaseUnfit, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

let test: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await createDataSource(test.url, 3).initialize();
});
beforeEach(() => database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

/** Foreign keys, checks and indexes of expressions: entities have no words for them, so TypeORM would drop them. */
const ONLY_IN_MIGRATIONS = /DROP CONSTRAINT "\w+_(fkey|check)"$|^DROP INDEX "public"."app_user_name"$/;

const names = migrations.map((migration) => migration.name);

/** Everything in the database that people made: tables with their columns, indexes, constraints. */
async function shape(): Promise<string[]> {
  const rows = await database.query<{ line: string }[]>(`
    SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'
    UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migration'
    UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public' AND sequencename NOT LIKE 'migration%'
    ORDER BY 1`);
  return rows.map((row) => row.line);
}

describe('migrations', () => {
  it('go up, down to nothing, and up again to the same', async () => {
    expect((await migrate(database)).ran).toEqual(names);
    const first = await shape();
    expect(first.length).toBeGreaterThan(100);
    for (const _ of names) await database.undoLastMigration({ transaction: 'each' });
    expect(await shape()).toEqual([]);
    expect((await migrate(database)).ran).toEqual(names);
    expect(await shape()).toEqual(first);
  });

  it('do nothing where they have run, and run once when several processes start together', async () => {
    const results = await Promise.all([migrate(database), secondProcess()]);
    expect(results.flatMap((result) => result.ran)).toEqual(names);
    expect((await migrate(database)).ran).toEqual([]);
  });

  it('leave nothing behind when one dies half-way, and go on from there', async () => {
    // A table of that name is in the way of the first migration's last ones.
    await database.query('CREATE TABLE stream (id int)');
    await expect(migrate(database)).rejects.toThrow(/stream/);
    expect(await shape()).toEqual(['column stream id integer YES']);
    await database.query('DROP TABLE stream');
    expect((await migrate(database)).ran).toEqual(names);
  });

  it('say what the entities say', async () => {
    await migrate(database);
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    const changes = upQueries.map(({ query }) => query).filter((query) => !ONLY_IN_MIGRATIONS.test(query));
    expect(changes).toEqual([]);
  });

  it('give an index to every reference to rows that are swept: each row that goes is looked for there', async () => {
    await migrate(database);
    const scanned = await database.query<{ reference: string }[]>(
      `SELECT key.conrelid::regclass || '.' || attname AS reference
       FROM pg_constraint key JOIN pg_attribute ON attrelid = key.conrelid AND attnum = key.conkey[1]
       WHERE key.contype = 'f' AND key.confrelid = ANY(ARRAY['blob', 'file', 'link_preview', 'poll', 'user_group']::regclass[])
         AND NOT EXISTS (SELECT 1 FROM pg_index WHERE indrelid = key.conrelid AND indkey[0] = key.conkey[1])`,
    );
    expect(scanned).toEqual([]);
  });
});

it('refuses a database of a newer version, and touches nothing', async () => {
  await migrate(database);
  await database.query(`INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
  const before = await shape();
  await expect(migrate(database)).rejects.toThrow(DatabaseUnfit);
  await expect(migrate(database)).rejects.toThrow('newer version of Parvis (FromTheFuture9999999999999)');
  expect(await shape()).toEqual(before);
});

it('refuses a PostgreSQL that is too old, before anything else', async () => {
  const asked: string[] = [];
  const old = { query: (sql: string) => (asked.push(sql), Promise.resolve([{ version: '140012' }])) } as unknown as DataSource;
  await expect(migrate(old)).rejects.toThrow(new DatabaseUnfit('PostgreSQL 15 or newer is needed'));
  expect(asked).toHaveLength(1);
});

async function secondProcess(): Promise<{ ran: string[] }> {
  const other = await createDataSource(test.url, 3).initialize();
  try {
    return await migrate(other);
  } finally {
    await other.destroy();
  }
}
