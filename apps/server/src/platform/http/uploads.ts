import { API_PREFIX, LIMITS, type RouteDefinition, ROUTES } from '@parvis/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';

/**
 * Raw bodies of the media types that some route takes, for those routes only: anywhere else a body
 * of bytes would be looked at as if it were an object with a field per byte. Every other type but
 * JSON answers 415.
 */
export function registerUploads(server: FastifyInstance): void {
  const uploads = Object.values<RouteDefinition>(ROUTES).filter((route) => route.upload);
  const streamed = uploads.filter((route) => route.upload && 'streamed' in route.upload);
  const whole = uploads.filter((route) => !streamed.includes(route));
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(mediaTypes(whole), { parseAs: 'buffer', bodyLimit: LIMITS.avatarBytes }, onlyAt(whole));
  server.addContentTypeParser(mediaTypes(streamed), onlyAt(streamed));
}

const mediaTypes = (routes: RouteDefinition[]): string[] => [...new Set(routes.flatMap((route) => route.upload?.mediaTypes ?? []))];

function onlyAt(routes: RouteDefinition[]) {
  const doors = new Set(routes.map((route) => `${route.method} ${API_PREFIX}${route.path}`));
  return (request: FastifyRequest, body: unknown, done: (error: Error | null, body?: unknown) => void): void => {
    if (doors.has(`${request.method} ${request.routeOptions.url ?? ''}`)) done(null, body);
    else done(new ApiError('unsupported_media', 'send application/json'));
  };
}
