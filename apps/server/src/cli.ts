import 'reflect-metadata';
import { Command } from 'commander';
import { migrateCommand } from './cli/migrate.ts';
import { seedCommand } from './cli/seed.ts';
import { storageCommand } from './cli/storage.ts';
import { userCommand } from './cli/user.ts';
import { explain } from './platform/log/explain.ts';

const program = new Command('parvis').description('Command line of the administrator');
program.addCommand(migrateCommand());
program.addCommand(seedCommand());
program.addCommand(storageCommand());
program.addCommand(userCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
