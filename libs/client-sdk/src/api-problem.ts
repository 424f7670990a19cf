import type { ErrorCode, Problem } from '@parvis/contracts';

/** The server's answer was an error: problem details (RFC 9457) with a stable code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode;
  readonly status: number;
  readonly detail: string | undefined;
  /** One entry per refused field; `path` is dotted, e.g. `body.text`. */
  readonly errors: readonly { path: string; message: string }[];
  /** Seconds that the server asked to wait (`Retry-After`). */
  readonly retryAfter: number | null;

  constructor(problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** No answer came, or none of ours: offline, timed out, a proxy's error page. It may have been done. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** Reads the problem in an answer; a gateway's own error page counts as no answer. */
export async function toFailure(response: Response): Promise<ApiProblem | NetworkFailure> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return new NetworkFailure(`HTTP ${response.status} that is not from Parvis`);
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (typeof problem.code !== 'string') return new NetworkFailure(`HTTP ${response.status} without a code`);
    const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    return new ApiProblem({ ...problem, code: problem.code, status: response.status }, Number.isNaN(retryAfter) ? null : retryAfter);
  } catch (cause) {
    return new NetworkFailure(`HTTP ${response.status} with a broken body`, { cause });
  }
}
