import {
  applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext,
} from '@nestjs/common';
import { type OperationId, type RouteDefinition, ROUTES } from '@parvis/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { ApiError } from './api-error.ts';
import type { ParsedInput } from './parse-input.ts';

export const OPERATION = 'parvis:operation';

/** What the session guard leaves on a request. */
export interface ParvisRequest extends FastifyRequest {
  actor?: Actor | null;
  input?: ParsedInput;
  operation?: OperationId;
}

/** Binds a controller's method to an operation of the contracts: method, path, status and who may call it. */
export function Route(operation: OperationId): MethodDecorator {
  const route: RouteDefinition = ROUTES[operation];
  return applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    HttpCode(route.status),
    SetMetadata(OPERATION, operation),
  );
}

/** The operation's validated `{ params, query, body }`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<ParvisRequest>();
  if (!request.operation) throw new Error('@Input() outside of an @Route() method');
  return request.input;
});

/** The signed-in person. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ParvisRequest>();
  if (!actor) throw new ApiError('unauthenticated');
  return actor;
});
