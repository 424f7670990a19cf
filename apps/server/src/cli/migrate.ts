import { Command } from 'commander';
import { migrate } from '../platform/database/migrate.ts';
import { withDatabase } from './with-database.ts';

export const migrateCommand = (): Command =>
  new Command('migrate').description('bring the database to this version').action(() =>
    withDatabase(async ({ database }) => {
      const { ran } = await migrate(database);
      process.stdout.write(ran.length > 0 ? `Ran ${ran.join(', ')}\n` : 'The database is up to date\n');
    }),
  );
