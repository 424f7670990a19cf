import { type DestinationStream, pino, type Logger, type LoggerOptions } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** Fields that must never reach a log, wherever they stand. */
const SECRETS = ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.text'];

export const createLogger = (level: string, destination?: DestinationStream): Logger => {
  const options: LoggerOptions = {
    level, redact: { paths: SECRETS, remove: true }, serializers: { err: describeError }, timestamp: pino.stdTimeFunctions.isoTime, base: {},
  };
  return destination ? pino(options, destination) : pino(options);
};

/**
 * What is logged of an error: named fields only. Those of the database carry the statement's
 * parameters and the row that was refused, hence people's words and hashes.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = { ...(error as { driverError?: object }).driverError, ...error } as Record<string, unknown>;
  return {
    type: error.name, message: error.message, stack: error.stack, code, constraint, table,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

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
