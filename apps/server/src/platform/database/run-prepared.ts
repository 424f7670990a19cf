import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './pool-of.ts';

/** A statement that is run so often that each connection keeps it parsed and planned, under its name. */
export interface Prepared {
  name: string;
  text: string;
}

/** Runs a statement by itself, past TypeORM, which costs as much again; answers once it is committed. For what runs many times a second. */
export async function runPrepared<Row extends QueryResultRow>(database: DataSource, statement: Prepared, values: unknown[]): Promise<Row[]> {
  const client = await poolOf(database).connect();
  try {
    return (await client.query<Row>({ ...statement, values })).rows;
  } finally {
    // Not with the error: a refused statement leaves the connection as it was.
    client.release();
  }
}
