import { drain } from './calls/drain.ts';
import { readConfig } from './config/config.ts';
import { endWhenDrained } from './end-when-drained.ts';
import { createLogger } from './log/log.ts';
import { startMediaProcess, type MediaProcess } from './media-process.ts';

let running: MediaProcess | undefined;
let stopping = false;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  running = await startMediaProcess(config, log);
  log.info({ host: config.host, port: running.port }, 'media host answers');
  const { host } = running;
  host.onDrain = () => {
    log.info({ rooms: host.rooms.count }, 'drains');
    endWhenDrained(host, config.drainMs, stop);
  };
}

/** What runs gets the time to move. Asked again, there is none. */
function stopGently(): void {
  if (!running || running.host.rooms.count === 0 || running.host.rooms.draining) stop();
  else drain(running.host);
}

function stop(): void {
  if (stopping) return;
  stopping = true;
  void Promise.resolve(running?.close()).finally(() => process.exit(0));
}

function giveUp(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === 'EADDRINUSE' ? 'its port is in use; set PARVIS_SFU_PORT to a free one' : error instanceof Error ? error.message : String(error);
  process.stderr.write(`The media host cannot run: ${reason}\n`);
  process.exit(1);
}

process.on('SIGINT', stop);
process.on('SIGTERM', stopGently);
start().catch(giveUp);
