import 'reflect-metadata';
import { SetupLink, UnattendedSetup } from './modules/setup/index.ts';
import { Config, ConfigError } from './platform/config/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { createLogger } from './platform/log/log.ts';
import { explain } from './platform/log/explain.ts';
import { createServer } from './server.ts';

/** Starts everything in its order and stops it in the other one. */
async function start(): Promise<void> {
  const config = new Config();
  const logger = createLogger(config.logLevel);
  const { database, close } = await openDatabase(config, { stopAdopted: true });
  let stop = close;
  try {
    const { ran } = await migrate(database);
    if (ran.length > 0) logger.info({ migrations: ran }, 'database migrated');
    const app = await createServer(config, database, logger);
    stop = async () => {
      await app.close();
      await close();
    };
    await app.get(UnattendedSetup).run();
    await app.listen(config.port, config.host);
    announce(config.publicUrl, await app.get(SetupLink).issue());
  } catch (error) {
    await stop();
    throw error;
  }

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(() => process.exit(0), (error: unknown) => {
        logger.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      });
    });
  }
}

/** For people at the terminal; everything else on standard output is JSON. */
function announce(publicUrl: string, setupUrl: string | null): void {
  process.stdout.write(`\nParvis is ready: ${publicUrl}\n`);
  if (setupUrl) process.stdout.write(`Set it up with this one-time link: ${setupUrl}\n`);
  process.stdout.write('\n');
}

start().catch((error: unknown) => {
  process.stderr.write(`Parvis cannot start: ${explain(error)}\n`);
  if (!(error instanceof ConfigError) && process.env['PARVIS_LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
});
