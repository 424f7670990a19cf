import { API_PREFIX, LIMITS, type Problem, PROTOCOL_HEADER, PROTOCOL_VERSION, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { startTestServer, type TestServer } from '@parvis/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const routes = Object.entries<RouteDefinition>(ROUTES).map(([operation, route]) => ({ operation, ...route }));
const UNKNOWN = '00000000-0000-7000-8000-000000000000';
let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  ({ token } = await server.setUp());
});

afterAll(() => server?.stop());

const fieldsOf = (schema: RouteDefinition['query']) => Object.keys((schema as { shape?: object } | undefined)?.shape ?? {});
const isPaged = ({ query }: RouteDefinition) => fieldsOf(query).includes('limit');

const pathOf = (route: RouteDefinition, id: string) => `${server.url}${API_PREFIX}${route.path.replace(/:(index|seq)\b/g, '0').replace(/:\w+/g, id)}`;

async function ask(route: RouteDefinition, { id = UNKNOWN, body, query = '', headers = {} }: { id?: string; body?: unknown; query?: string; headers?: Record<string, string> } = {}) {
  const response = await fetch(`${pathOf(route, id)}${query}`, {
    method: route.method,
    headers: { authorization: `Bearer ${token}`, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
  return { status: response.status, problem: isProblem ? ((await response.json()) as Problem) : null };
}

describe('the running server', () => {
  it('describes exactly the operations of the catalogue', async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`));
    const catalogue = routes.map(({ operation, method, path }) => `${operation} ${method} ${API_PREFIX}${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(document.openapi).toMatch(/^3\.1/);
    expect(described.sort()).toEqual(catalogue.sort());
  });

  it.each(routes.filter(({ access }) => access !== 'public'))('asks for a session: $method $path', async (route) => {
    const answer = await ask(route, { headers: { authorization: '' } });
    expect(answer).toMatchObject({ status: 401, problem: { code: 'unauthenticated' } });
  });

  it.each(routes.filter(({ body }) => body !== undefined))('refuses unknown fields: $method $path', async (route) => {
    const { problem } = await ask(route, { body: { unheardOf: true } });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem!.errors!.length).toBeGreaterThan(0);
  });

  it.each(routes.filter(({ body }) => fieldsOf(body).length > 0))('refuses fields of another type, and names each: $method $path', async (route) => {
    const fields = fieldsOf(route.body);
    const { problem } = await ask(route, { body: Object.fromEntries(fields.map((field) => [field, { unheardOf: [1] }])) });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    const named = new Set(problem!.errors!.map((error) => error.path.split('.')[1]));
    expect([...named].sort()).toEqual(fields.sort());
  });

  it.each(routes.filter(({ body }) => body !== undefined))('refuses a body that is no JSON object: $method $path', async (route) => {
    for (const body of [null, 7, 'text', []]) expect((await ask(route, { body })).problem).toMatchObject({ code: 'invalid_request' });
  });

  it.each(routes.filter(({ method }) => method === 'GET'))('refuses unknown parameters: GET $path', async (route) => {
    const { problem } = await ask(route, { query: '?unheardOf=1' });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it.each(routes.filter(isPaged))('refuses a page that is too large, or none: GET $path', async (route) => {
    for (const limit of [LIMITS.pageSize + 1, 0, -1, 1.5, 'all']) {
      const { problem } = await ask(route, { query: `?limit=${limit}` });
      expect(problem).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ path: 'query.limit' }] });
    }
  });

  it.each(routes.filter(({ params, body, upload }) => params !== undefined && body === undefined && upload === undefined))('knows no such thing: $method $path', async (route) => {
    for (const id of [UNKNOWN, 'nonsense', '%00', '..%2f..']) expect((await ask(route, { id })).problem).toMatchObject({ status: 404, code: 'not_found' });
  });

  it.each(routes)('asks an outdated client to reload: $method $path', async (route) => {
    expect(await ask(route, { headers: { [PROTOCOL_HEADER]: '0' } })).toMatchObject({ status: 426, problem: { code: 'client_outdated' } });
  });

  it.each(routes.filter(({ method }) => method !== 'GET'))('takes no forged request: $method $path', async (route) => {
    const cookie = `parvis-session=${token}`;
    const elsewhere = await ask(route, { headers: { authorization: '', cookie, origin: 'https://evil.test' } });
    expect(elsewhere).toMatchObject({ status: 403, problem: { code: 'csrf_rejected' } });
    const response = await fetch(pathOf(route, UNKNOWN), { method: route.method, headers: { cookie } });
    expect(response.status).toBe(403);
  });

  it.each(['/nothing', '/channels/x/y/z', '/../api/v1/me2'])('answers a problem for what is not there: %s', async (path) => {
    const response = await fetch(`${server.url}${API_PREFIX}${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('answers a problem for broken JSON and for too much of it', async () => {
    const send = (body: string) => fetch(`${server.url}${API_PREFIX}/sync`, {
      method: 'POST', body, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
    });
    const broken = await send('{"cursors":');
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ code: 'invalid_request' });
    const large = await send(JSON.stringify({ cursors: {}, padding: 'x'.repeat(600 * 1024) }));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: 'payload_too_large' });
  });
});
