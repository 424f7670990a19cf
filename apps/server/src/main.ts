import 'reflect-metadata';
import { SetupLink, UnattendedSetup } from './modules/setup/index.ts';
import { Config, ConfigError } from './platform/config/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { requireFreePort } from './platform/http/require-free-port.ts';
import { createLogger } from './platform/log/log.ts';
import { explain } from './platform/log/explain.ts';
import { createServer } from './server.ts';

/** What was started, to be stopped in the other order. */
const started: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** Starts everything in its order; a stop that is asked for meanwhile is met after the step under way. */
async function start(): Promise<void> {
  const config = new Config();
  const logger = createLogger(config.logLevel);
  // Before anything is made in the data folder.
  await requireFreePort(config.port, config.host);
  const { database, close } = await openDatabase(config);
  started.push(close);
  if (stopping) return;
  const { ran } = await migrate(database);
  if (ran.length > 0) logger.info({ migrations: ran }, 'database migrated');
  const app = await createServer(config, database, logger);
  started.push(() => app.close());
  await app.get(UnattendedSetup).run();
  if (stopping) return;
  await app.listen(config.port, config.host);
  announce(config.publicUrl, await app.get(SetupLink).issue());
}

async function stopAll(): Promise<void> {
  for (let stop = started.pop(); stop; stop = started.pop()) await stop();
}

/** For people at the terminal; everything else on standard output is JSON. */
function announce(publicUrl: string, setupUrl: string | null): void {
  process.stdout.write(`\nParvis is ready: ${publicUrl}\n`);
  if (setupUrl) process.stdout.write(`Set it up with this one-time link: ${setupUrl}\n`);
  process.stdout.write('\n');
}

function giveUp(error: unknown): void {
  process.stderr.write(`Parvis cannot run: ${explain(error)}\n`);
  if (!(error instanceof ConfigError) && process.env['PARVIS_LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
}

const starting = start().catch(async (error: unknown) => {
  await stopAll().catch(() => undefined);
  giveUp(error);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= starting.then(stopAll).then(() => process.exit(0), giveUp);
  });
}
