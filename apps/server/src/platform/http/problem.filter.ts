import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { ERRORS, type ErrorCode, type Problem } from '@parvis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { ApiError } from './api-error.ts';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'invalid_request', 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found', 405: 'method_not_allowed',
  409: 'conflict', 413: 'payload_too_large', 415: 'unsupported_media', 429: 'too_many_requests', 503: 'unavailable',
};

/** Any error as the refusal that the caller is told; what is not foreseen is `internal`, without its text. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown } | null)?.statusCode);
  const code = BY_STATUS[status];
  return code ? new ApiError(code) : new ApiError('internal');
}

export function toProblem(error: ApiError, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[ERRORS[error.code]] ?? 'Error',
    status: error.status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    instance: requestId,
    ...(error.extra.errors ? { errors: error.extra.errors } : {}),
  };
}

/** Every refusal leaves as RFC 9457 problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = toApiError(error);
    if (refusal.code === 'internal') request.log.error({ err: error }, 'request failed');
    void reply
      .status(refusal.status)
      .headers(refusal.extra.headers ?? {})
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(toProblem(refusal, request.id)));
  }
}
