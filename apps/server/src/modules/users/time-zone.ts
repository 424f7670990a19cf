import { ApiError } from '../../platform/http/api-error.ts';

/**
 * @returns the zone as given
 * @throws ApiError invalid_request when it isn't a name of the IANA time zone database
 */
export function requireTimeZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    const message = 'not an IANA time zone';
    throw new ApiError('invalid_request', message, { errors: [{ path: 'body.timeZone', message }] });
  }
}
