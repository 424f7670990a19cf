import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { migrate } from '../platform/database/migrate.ts';
import { createLogger } from '../platform/log/log.ts';
import { withDatabase } from './with-database.ts';

/** Runs a command with the server's own use cases, beside a running server or without one. It listens to nothing. */
export const withApplication = (work: (app: INestApplicationContext) => Promise<void>): Promise<void> =>
  withDatabase(async ({ database, config }) => {
    await migrate(database);
    const app = await NestFactory.createApplicationContext(AppModule.with(config, database, createLogger('silent')), {
      logger: false,
      abortOnError: false,
    });
    try {
      await work(app);
    } finally {
      await app.close();
    }
  });
