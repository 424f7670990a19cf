import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config.ts';
import { sessionCookieName } from '../../platform/http/session-authenticator.ts';
import { SESSION_LIMITS } from './session-limits.ts';

/** The browser's copy of the session token, out of reach of scripts. */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  /** Kept for as long as a session can live: when it really ends is the server's business. */
  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(sessionCookieName(this.config.secureCookies), token, {
      ...this.attributes(),
      maxAge: SESSION_LIMITS.lifeDays * 24 * 60 * 60,
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(sessionCookieName(this.config.secureCookies), this.attributes());
  }

  private attributes(): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secureCookies };
  }
}
