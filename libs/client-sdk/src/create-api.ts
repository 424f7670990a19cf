import type { OperationId, RouteCall, RouteOutput } from '@parvis/contracts';
import { OPERATIONS } from '@parvis/contracts/operations';
import { API_PREFIX, PROTOCOL_HEADER, PROTOCOL_VERSION } from '@parvis/contracts/protocol';
import { NetworkFailure, toFailure } from './api-problem.ts';

export interface ApiOptions {
  /** Origin of the server, e.g. `https://parvis.example.org`; empty for the page's own. */
  baseUrl: string;
  /** Session token, for clients that have no cookie. */
  token?: string;
  fetch?: typeof fetch;
  /** Milliseconds until a call without an answer fails. */
  timeout?: number;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Goes on when the page is closed or reloaded. For small bodies: all of a page's together may have 64 KiB. */
  keepalive?: boolean;
}

/** An operation that needs no input may be called without. */
type Input<O extends OperationId> = object extends RouteCall<O> ? [input?: RouteCall<O>, options?: CallOptions] : [input: RouteCall<O>, options?: CallOptions];

export interface Api {
  readonly baseUrl: string;
  /**
   * Calls an operation of the catalogue. Rejects with `ApiProblem` when the server refused, with
   * `NetworkFailure` when no answer came, with the signal's reason when aborted.
   */
  call<O extends OperationId>(operation: O, ...input: Input<O>): Promise<RouteOutput<O>>;
}

interface AnyInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export function createApi(options: ApiOptions): Api {
  const { baseUrl, token, timeout = 30_000 } = options;
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  async function call(operation: OperationId, input: AnyInput = {}, { signal, keepalive = false }: CallOptions = {}): Promise<unknown> {
    const [method, path] = OPERATIONS[operation].split(' ') as [string, string];
    const headers: Record<string, string> = { accept: 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    const body = encodeBody(input.body, headers) ?? null;
    const deadline = AbortSignal.timeout(timeout);
    let response: Response;
    try {
      response = await send(`${baseUrl}${API_PREFIX}${fillPath(path, input.params)}${encodeQuery(input.query)}`, {
        method,
        headers,
        body,
        credentials: 'same-origin',
        keepalive,
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      });
      if (response.ok) return await decodeBody(response);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new NetworkFailure(`${operation}: no answer`, { cause });
    }
    throw await toFailure(response);
  }

  return { baseUrl, call: call as Api['call'] };
}

function encodeBody(body: unknown, headers: Record<string, string>): RequestInit['body'] | null {
  if (body === undefined) return null;
  if (body instanceof Blob) {
    headers['content-type'] = body.type;
    return body;
  }
  headers['content-type'] = 'application/json';
  return JSON.stringify(body);
}

async function decodeBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? response.json() : response.blob();
}

function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function encodeQuery(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
