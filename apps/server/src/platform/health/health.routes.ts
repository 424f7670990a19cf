import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Metrics } from './metrics.ts';

/** Doors for the machines that watch this one: they tell nothing about people and need no session. */
export function registerHealthRoutes(server: FastifyInstance, database: DataSource, metrics: Metrics): void {
  server.get('/api/health/live', (_request, reply) => reply.send({ status: 'ok' }));

  server.get('/api/health/ready', async (_request, reply) => {
    try {
      await database.query('SELECT 1');
      return await reply.send({ status: 'ok' });
    } catch {
      return reply.status(503).send({ status: 'unavailable', reason: 'database' });
    }
  });

  server.get('/metrics', async (_request, reply) => {
    const text = await metrics.registry.metrics();
    return reply.type(metrics.registry.contentType).send(text);
  });

  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url;
    if (route?.startsWith('/api/v1')) {
      metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    }
    done();
  });
}
