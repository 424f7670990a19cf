import { API_PREFIX, ERRORS, type OperationId, problemSchema, PROTOCOL_HEADER, PROTOCOL_VERSION, type RouteCall, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { expect } from 'vitest';

/** Codes that any route may answer without naming them. */
const EVERYWHERE = ['invalid_request', 'unauthenticated', 'forbidden', 'csrf_rejected', 'client_outdated', 'too_many_requests'];

interface AnyCall {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Of protocols that speak in headers. */
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  /** Code of the problem; undefined for a success. */
  code: string | undefined;
  body: unknown;
}

/** Calls an operation and holds its answer against the catalogue: status, media type, schema, code. */
export async function checkedCall<O extends OperationId>(url: string, token: string | null, operation: O, input: RouteCall<O>): Promise<Answer> {
  const route: RouteDefinition = ROUTES[operation];
  const { params = {}, query = {}, body, headers = {} } = input as AnyCall;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${url}${API_PREFIX}${path}${search === '' ? '' : `?${search}`}`, {
    method: route.method,
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
  });
  return response.ok ? checkSuccess(route, response) : checkProblem(route, response);
}

async function checkSuccess(route: RouteDefinition, response: Response): Promise<Answer> {
  expect(response.status).toBe(route.status);
  if (route.download) {
    expect(response.headers.get('content-type')).not.toContain('json');
    return { status: response.status, code: undefined, body: await response.arrayBuffer() };
  }
  const text = await response.text();
  if (route.response === undefined) {
    expect(text).toBe('');
    return { status: response.status, code: undefined, body: undefined };
  }
  const body: unknown = JSON.parse(text);
  expect(route.response.safeParse(body)).toMatchObject({ success: true });
  return { status: response.status, code: undefined, body };
}

async function checkProblem(route: RouteDefinition, response: Response): Promise<Answer> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(ERRORS[problem.code]).toBe(response.status);
  expect([...EVERYWHERE, ...(route.errors ?? [])]).toContain(problem.code);
  return { status: response.status, code: problem.code, body: problem };
}
