import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type OperationId, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { ApiError } from './api-error.ts';
import { networkOf } from './network-of.ts';
import { type Rate, RateLimit } from './rate-limit.ts';
import type { ParvisRequest } from './route.decorator.ts';

/** Enough for a class-room that signs up together behind one address. */
const USUAL: Rate = { burst: 60, everySeconds: 1 };
const RATES: Partial<Record<OperationId, Rate>> = {
  // Costs a password hash before anything is known; what fails is slowed much more by sign-in itself.
  createSession: { burst: 300, everySeconds: 0.2 },
  // Makes an account.
  joinByMeetingLink: { burst: 100, everySeconds: 3 },
  // May send mail.
  requestPasswordReset: { burst: 20, everySeconds: 10 },
  // A reader's page asks for each once, and for every picture that stands in it.
  getPublishedDocument: { burst: 120, everySeconds: 0.5 },
  getPublishedDocumentState: { burst: 60, everySeconds: 1 },
  getPublishedDocumentFile: { burst: 600, everySeconds: 0.1 },
};

/** Slows down whoever knocks at the doors that need no session, per address and door. */
@Injectable()
export class PublicDoorGuard implements CanActivate {
  private readonly limit = new RateLimit();

  /** @throws ApiError too_many_requests, with Retry-After in seconds */
  canActivate(context: ExecutionContext): boolean {
    const { operation, ip } = context.switchToHttp().getRequest<ParvisRequest>();
    if (!operation) return true;
    const route: RouteDefinition = ROUTES[operation];
    if (route.access !== 'public' || (route.method === 'GET' && RATES[operation] === undefined)) return true;
    const wait = this.limit.take(`${operation} ${networkOf(ip)}`, RATES[operation] ?? USUAL);
    if (wait > 0) throw new ApiError('too_many_requests', 'too many tries', { headers: { 'retry-after': String(wait) } });
    return true;
  }
}
