import { ApiProblem, createApi, NetworkFailure } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';

/** The REST API of this origin, with the session cookie. */
export const api = createApi({ baseUrl: '' });

/** The stable code to show a text for; `network` when no answer came; `internal` for what we don't know. */
export function problemCode(error: unknown): ErrorCode | 'network' {
  if (error instanceof ApiProblem) return error.code;
  if (error instanceof NetworkFailure) return 'network';
  return 'internal';
}

export { ApiProblem, NetworkFailure };
