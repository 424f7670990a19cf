import type { ErrorCode } from '@parvis/contracts';
import { ApiProblem } from '../api-problem.ts';

/** refused: the same request will never succeed. stop: not before signing in or reloading. later: try again. */
export type SendFailure = { kind: 'refused'; code: ErrorCode } | { kind: 'stop' } | { kind: 'later'; seconds: number | null };

export function classifyFailure(error: unknown): SendFailure {
  if (!(error instanceof ApiProblem)) return { kind: 'later', seconds: null };
  if (error.code === 'unauthenticated' || error.code === 'client_outdated') return { kind: 'stop' };
  const transient = error.status >= 500 || error.status === 429 || error.status === 408 || error.status === 425;
  return transient ? { kind: 'later', seconds: error.retryAfter } : { kind: 'refused', code: error.code };
}
