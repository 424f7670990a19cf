import { API_PREFIX, LIMITS, type RouteDefinition, ROUTES } from '@parvis/contracts';
import type { FastifyInstance } from 'fastify';
import { ApiError } from './api-error.ts';

/**
 * Raw bodies of the media types that some route takes, for those routes only: anywhere else a body
 * of bytes would be looked at as if it were an object with a field per byte. Every other type but
 * JSON answers 415.
 */
export function registerUploads(server: FastifyInstance): void {
  const uploads = Object.values<RouteDefinition>(ROUTES).filter((route) => route.upload);
  const mediaTypes = new Set(uploads.flatMap((route) => route.upload?.mediaTypes ?? []));
  const doors = new Set(uploads.map((route) => `${route.method} ${API_PREFIX}${route.path}`));
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser([...mediaTypes], { parseAs: 'buffer', bodyLimit: LIMITS.avatarBytes }, (request, body, done) => {
    if (doors.has(`${request.method} ${request.routeOptions.url ?? ''}`)) done(null, body);
    else done(new ApiError('unsupported_media', 'send application/json'));
  });
}
