import { Logger } from 'graphile-worker';
import type { Log } from '../log/log.ts';

export const silentLogger = new Logger(() => () => undefined);

/** The worker's own lines, without the details it adds: those hold payloads. Failed jobs are logged by their runner. */
export const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    const { failure, error } = (meta ?? {}) as { failure?: boolean; error?: unknown };
    if (failure) return;
    const fields = { component: 'jobs', ...(error === undefined ? {} : { err: error }) };
    if (level === 'error') log.error(fields, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });
