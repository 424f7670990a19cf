import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';

type Schema = z.ZodMiniType;

/**
 * One REST route: the server binds a handler to it, the SDK calls it, OpenAPI describes it.
 * Errors that any route may answer (invalid_request, unauthenticated, too_many_requests, internal …)
 * are not repeated in `errors`, nor are those that any body may be answered with (payload_too_large,
 * unsupported_media).
 */
export interface RouteDefinition {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** What the summary has no room for, in Markdown: forms of bytes, order, limits. */
  readonly details?: string;
  /** `public`: no session needed. `admin`: organisation owners and admins only. */
  readonly access: 'public' | 'signed-in' | 'admin';
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** The body is raw bytes of one of these media types; streamed, it may be of any size and nothing holds it whole. */
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number } | { readonly mediaTypes: readonly string[]; readonly streamed: true };
  /** The answer is raw bytes of this media type; `application/octet-stream` also for files, which say theirs. */
  readonly download?: string;
  readonly response?: Schema;
  readonly status: 200 | 201 | 202 | 204;
  readonly errors?: readonly ErrorCode[];
}

export const defineRoutes = <const R extends Record<string, RouteDefinition>>(routes: R): R => routes;

type Infer<S> = S extends Schema ? z.infer<S> : undefined;
type InferInput<S> = S extends Schema ? z.input<S> : undefined;

/** What a handler gets: validated, defaults applied. */
export type InputOf<R extends RouteDefinition> = {
  params: Infer<R['params']>;
  query: Infer<R['query']>;
  body: R['upload'] extends { streamed: true }
    ? { stream: AsyncIterable<Uint8Array> }
    : R['upload'] extends object ? { bytes: Buffer; mediaType: string } : Infer<R['body']>;
};
/** What a caller gives. */
export type CallOf<R extends RouteDefinition> = (R['params'] extends Schema ? { params: InferInput<R['params']> } : object) &
  (R['query'] extends Schema ? { query?: InferInput<R['query']> } : object) &
  (R['body'] extends Schema ? { body: InferInput<R['body']> } : object) &
  (R['upload'] extends object ? { body: Blob } : object);
export type OutputOf<R extends RouteDefinition> = R['response'] extends Schema ? z.infer<R['response']> : void;
