import { pino, type Logger } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** Fields that must never reach a log, wherever they stand. */
const SECRETS = ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.text'];

export const createLogger = (level: string): Logger =>
  pino({ level, redact: { paths: SECRETS, remove: true }, timestamp: pino.stdTimeFunctions.isoTime, base: {} });

/** JSON lines on standard output. Never message text, never a secret. */
export abstract class Log {
  abstract error(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract debug(fields: object, message: string): void;
}

/** Nest's own lines through the same logger; its start-up chatter is debug. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    log: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
    error: (message: unknown, ...rest: unknown[]) => logger.error({ context: rest.at(-1), err: message instanceof Error ? message : undefined }, String(message)),
    warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
    debug: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
    verbose: (message: unknown, context?: unknown) => logger.trace({ context }, String(message)),
  };
}
