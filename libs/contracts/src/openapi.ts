import * as z from 'zod/mini';
import { ERRORS, type ErrorCode, problemSchema } from './errors.ts';
import { API_PREFIX, PROTOCOL_HEADER, PROTOCOL_VERSION } from './protocol.ts';
import { ROUTES, type RouteDefinition } from './routes/index.ts';

type Json = Record<string, unknown>;

/** Codes that any route may answer. */
const EVERYWHERE: ErrorCode[] = ['invalid_request', 'client_outdated', 'too_many_requests', 'internal'];

const DESCRIPTION = `REST API of Parvis: all that its web client does. How to sign in, what repeats are answered with, streams of events and the socket are told in \`docs/api.md\` of the source.

\`POST /api/v1/sessions\` with \`transport: "token"\` answers a token for \`Authorization: Bearer\`. Send the header \`${PROTOCOL_HEADER}: ${PROTOCOL_VERSION}\` with every request: what changes something without a bearer token, signing in included, is refused without it.`;

const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json;
  return rest;
};

const parametersOf = (schema: z.ZodMiniType | undefined, place: 'path' | 'query'): Json[] => {
  if (!schema) return [];
  const object = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    schema: property,
  }));
};

function bodyOf(route: RouteDefinition): Json {
  if (route.upload) {
    const content = Object.fromEntries(route.upload.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
    return { requestBody: { required: true, content } };
  }
  return route.body ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } } } : {};
}

function descriptionOf({ details, upload }: RouteDefinition): Json {
  const most = upload && 'maxBytes' in upload ? `At most ${upload.maxBytes} bytes.` : undefined;
  const description = [details, most].filter((part) => part !== undefined).join(' ');
  return description === '' ? {} : { description };
}

function responsesOf(route: RouteDefinition): Json {
  const success = route.download
    ? { description: 'The bytes', content: { [route.download]: { schema: { type: 'string', format: 'binary' } } } }
    : route.response
      ? { description: 'Success', content: { 'application/json': { schema: jsonSchema(route.response, 'output') } } }
      : { description: 'Success, no content' };
  const codes = new Set([...(route.errors ?? []), ...EVERYWHERE, ...(route.access === 'public' ? [] : ['unauthenticated' as const])]);
  if (route.method !== 'GET') codes.add('csrf_rejected');
  if (route.access === 'admin') codes.add('forbidden');
  if (route.body || route.upload) codes.add('payload_too_large').add('unsupported_media');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code], [...(byStatus.get(ERRORS[code]) ?? []), code]);
  const problems = [...byStatus].map(([status, list]) => [
    String(status),
    {
      description: list.join(', '),
      ...(status === ERRORS.too_many_requests && { headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } } }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries([[String(route.status), success], ...problems]) as Json;
}

/** The OpenAPI 3.1 description of the REST API. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, route] of Object.entries<RouteDefinition>(ROUTES)) {
    const path = API_PREFIX + route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId,
        summary: route.summary,
        ...descriptionOf(route),
        tags: [route.path.split('/')[1]],
        security: route.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
        parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
        ...bodyOf(route),
        responses: responsesOf(route),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parvis',
      version: String(PROTOCOL_VERSION),
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      description: DESCRIPTION,
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'parvis-session', description: 'Set by `transport: "cookie"`; called `__Host-parvis-session` where people come by https.' },
      },
    },
  };
}
