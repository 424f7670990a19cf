import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type OperationId, PROTOCOL_HEADER, PROTOCOL_VERSION, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { Config } from '../config/config.ts';
import { ApiError } from './api-error.ts';
import { parseInput } from './parse-input.ts';
import { OPERATION, type ParvisRequest } from './route.decorator.ts';
import { SessionAuthenticator, sessionCookieName } from './session-authenticator.ts';

/**
 * Every REST request passes here. Deny by default: a handler that is bound to no operation of the
 * contracts answers nothing.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionAuthenticator,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ParvisRequest>();
    const operation = this.reflector.get<OperationId | undefined>(OPERATION, context.getHandler());
    if (!operation) throw new ApiError('not_found');
    request.operation = operation;
    const route: RouteDefinition = ROUTES[operation];

    const protocol = request.headers[PROTOCOL_HEADER];
    if (protocol !== undefined && protocol !== String(PROTOCOL_VERSION)) {
      throw new ApiError('client_outdated', `this server speaks protocol ${PROTOCOL_VERSION}`);
    }
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    // A browser adds cookies to a forged request, but neither our header nor a bearer token.
    if (route.method !== 'GET' && !bearer) this.refuseForgery(request);
    const token = bearer ?? request.cookies[sessionCookieName(this.config.secureCookies)];
    request.actor = token ? await this.sessions.authenticate(token) : null;
    if (route.access !== 'public' && !request.actor) throw new ApiError('unauthenticated');
    if (route.access === 'admin' && request.actor?.role !== 'owner' && request.actor?.role !== 'admin') throw new ApiError('forbidden');
    // Here rather than in @Input(): a handler that takes no input refuses what it is given all the same.
    request.input = parseInput(route, request);
    return true;
  }

  private refuseForgery(request: ParvisRequest): void {
    if (request.headers[PROTOCOL_HEADER] === undefined) throw new ApiError('csrf_rejected', `the header ${PROTOCOL_HEADER} is missing`);
    if (!isOwnOrigin(request.headers.origin, request.headers.host, this.config.publicUrl)) {
      throw new ApiError('csrf_rejected', 'the request comes from another origin');
    }
  }
}

/**
 * Whether an Origin header is this server's: its public address, or the host that was asked (never
 * a plain http page where people come by https). No header: not a browser's cross-site request.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.host === host && (asked.protocol === 'https:' || !publicUrl.startsWith('https:'));
}
