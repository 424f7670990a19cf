/**
 * Whatever runs SQL: the data source, or a transaction. Rows of a changing statement come from
 * `WITH changed AS (UPDATE … RETURNING …) SELECT * FROM changed`: TypeORM gives a bare UPDATE or
 * DELETE back in another form.
 */
export interface Query {
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}
