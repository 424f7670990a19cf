import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { SessionCookie } from './session-cookie.ts';

/** How a new session is handed over: in a cookie to browsers, in the answer to programs. */
@Injectable()
export class SignedIn {
  constructor(private readonly cookie: SessionCookie) {}

  answer(session: { user: User; token: string }, transport: 'cookie' | 'token', reply: FastifyReply): { user: User; token?: string } {
    void reply.header('cache-control', 'no-store');
    if (transport === 'token') return session;
    this.cookie.set(reply, session.token);
    return { user: session.user };
  }
}
