import { openApiDocument } from '@parvis/contracts/openapi';
import type { FastifyInstance } from 'fastify';

/** The API's description, made once from the contracts. */
export function registerOpenApi(server: FastifyInstance): void {
  let document: string | undefined;
  server.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument());
    return reply.type('application/json').send(document);
  });
}
