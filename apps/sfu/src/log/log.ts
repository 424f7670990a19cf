import { pino, type Logger } from 'pino';

export type { Logger };

/** JSON on standard output, as the servers log. No call's content is ever logged, so there is nothing to leave out. */
export const createLogger = (level: string): Logger => pino({ level, timestamp: pino.stdTimeFunctions.isoTime, base: {} });
