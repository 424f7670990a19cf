import { ERRORS, type ErrorCode } from '@parvis/contracts';

/** A refusal with a stable code of the error catalogue; becomes problem+json. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    /** A sentence for developers; people see the client's own words for the code. */
    readonly detail?: string,
    readonly extra: { errors?: { path: string; message: string }[]; headers?: Record<string, string> } = {},
  ) {
    super(detail ?? code);
    this.status = ERRORS[code];
  }
}
