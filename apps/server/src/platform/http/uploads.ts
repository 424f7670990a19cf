import { LIMITS, type RouteDefinition, ROUTES } from '@parvis/contracts';
import type { FastifyInstance } from 'fastify';

/** Raw bodies of the media types that some route takes; every other type but JSON answers 415. */
export function registerUploads(server: FastifyInstance): void {
  const mediaTypes = new Set(Object.values<RouteDefinition>(ROUTES).flatMap((route) => route.upload?.mediaTypes ?? []));
  server.addContentTypeParser([...mediaTypes], { parseAs: 'buffer', bodyLimit: LIMITS.avatarBytes }, (_request, body, done) => {
    done(null, body);
  });
}
