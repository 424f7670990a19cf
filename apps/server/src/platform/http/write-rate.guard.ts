import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type OperationId, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { Config } from '../config/config.ts';
import { ApiError } from './api-error.ts';
import { type Rate, RateLimit } from './rate-limit.ts';
import type { ParvisRequest } from './route.decorator.ts';

/** Reads, whatever their method; and pieces of an upload, which is bounded by its bytes. */
const FREE: ReadonlySet<OperationId> = new Set<OperationId>(['sync', 'appendUpload']);

/** Slows down a person who writes without end: a script, or a client that has gone wild. Each process counts for itself. */
@Injectable()
export class WriteRateGuard implements CanActivate {
  private readonly limit = new RateLimit();
  private readonly rate: Rate | null;

  constructor({ writesBurst, writesPerSecond }: Config) {
    this.rate = writesPerSecond === 0 ? null : { burst: writesBurst, everySeconds: 1 / writesPerSecond };
  }

  /** @throws ApiError too_many_requests, with Retry-After in seconds */
  canActivate(context: ExecutionContext): boolean {
    const { operation, actor } = context.switchToHttp().getRequest<ParvisRequest>();
    if (!this.rate || !operation || !actor || FREE.has(operation)) return true;
    const route: RouteDefinition = ROUTES[operation];
    if (route.access === 'public' || route.method === 'GET') return true;
    const wait = this.limit.take(actor.userId, this.rate);
    if (wait > 0) throw new ApiError('too_many_requests', 'too many changes at once', { headers: { 'retry-after': String(wait) } });
    return true;
  }
}
