import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

// bigint is seq here, far below 2^53: a number in code and on the wire.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function databaseOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    applicationName: 'parvis',
    extra: { idleTimeoutMillis: 30_000 },
  };
}

export const createDataSource = (url: string, poolSize = 10): DataSource => new DataSource(databaseOptions(url, poolSize));
