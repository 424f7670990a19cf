import { Command } from 'commander';
import { migrate } from '../platform/database/migrate.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { seedScale } from './seed/seed-scale.ts';
import { withDatabase } from './with-database.ts';

export const seedCommand = (): Command =>
  new Command('seed')
    .description('make an invented organisation to look at')
    .option('--scale', '1,000 people, 200 channels and 1,000,000 messages, for benchmarks')
    .action(({ scale }: { scale?: boolean }) =>
      withDatabase(async ({ database }) => {
        await migrate(database);
        const { email, password } = await (scale ? seedScale(database) : seedDemo(database));
        process.stdout.write(`Sign in as ${email} with ${password} (the password of all seeded people)\n`);
      }),
    );
