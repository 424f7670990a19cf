import type { RouteDefinition } from '@parvis/contracts';
import type { FastifyRequest } from 'fastify';
import { explainValidation } from '../config/validation-messages.ts';
import { ApiError } from './api-error.ts';
import { findUnstorable } from './storable-text.ts';

explainValidation();

/** The three parts of a request, checked, with defaults applied. */
export interface ParsedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** At most this many refused fields are named in one answer. */
const NAMED_ISSUES = 20;
/** And of each so much is told: an issue repeats every unknown field's name. */
const NAMED_LENGTH = 300;

/**
 * Checks the three parts of a request against a route's schemas. Unknown fields are refused; a part
 * without a schema must be empty.
 * @throws ApiError not_found for a malformed id in the path, else invalid_request
 */
export function parseInput(route: RouteDefinition, request: FastifyRequest): ParsedInput {
  const errors: { path: string; message: string }[] = [];
  const check = (part: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = route[part];
    if (!schema) {
      if (part === 'query' && Object.keys(value ?? {}).length > 0) errors.push({ path: part, message: 'takes no parameters' });
      if (part === 'body' && value !== undefined && value !== null && Object.keys(value).length > 0) errors.push({ path: part, message: 'takes no body' });
      return undefined;
    }
    const parsed = schema.safeParse(value ?? (part === 'body' ? undefined : {}));
    if (parsed.success) {
      const unstorable = findUnstorable(parsed.data);
      if (unstorable) errors.push({ path: [part, ...unstorable].join('.'), message: 'holds a character that cannot be stored' });
      return parsed.data;
    }
    if (part === 'params') throw new ApiError('not_found');
    for (const issue of parsed.error.issues) errors.push({ path: [part, ...issue.path].join('.'), message: issue.message.slice(0, NAMED_LENGTH) });
    return undefined;
  };

  const params = check('params', request.params);
  const query = check('query', request.query);
  const body = route.upload ? uploaded(route.upload, request) : check('body', request.body);
  if (errors.length > 0) throw new ApiError('invalid_request', errors[0]?.message, { errors: errors.slice(0, NAMED_ISSUES) });
  return { params, query, body };
}

function uploaded(upload: NonNullable<RouteDefinition['upload']>, request: FastifyRequest): { bytes: Buffer; mediaType: string } | { stream: unknown } {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!upload.mediaTypes.includes(mediaType)) throw new ApiError('unsupported_media', `send one of ${upload.mediaTypes.join(', ')}`);
  if ('streamed' in upload) return { stream: request.body };
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new ApiError('invalid_request', 'the body is empty');
  if (request.body.length > upload.maxBytes) throw new ApiError('payload_too_large', `at most ${upload.maxBytes} bytes`);
  return { bytes: request.body, mediaType };
}
