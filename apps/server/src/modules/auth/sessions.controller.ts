import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { deviceOf } from './device-of.ts';
import { EndSession } from './end-session.ts';
import { ListSessions } from './list-sessions.ts';
import { SessionCookie } from './session-cookie.ts';
import { SignIn } from './sign-in.ts';
import { SignedIn } from './signed-in.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signedIn: SignedIn,
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
    private readonly cookie: SessionCookie,
  ) {}

  @Route('createSession')
  async create(
    @Input() { body }: RouteInput<'createSession'>,
    @Req() request: ParvisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RouteOutput<'createSession'>> {
    const former = body.transport === 'cookie' ? (request.actor ?? null) : null;
    const session = await this.signIn.run(body, deviceOf(request), former);
    return this.signedIn.answer(session, body.transport, reply);
  }

  @Route('listSessions')
  async list(@CurrentActor() actor: Actor): Promise<RouteOutput<'listSessions'>> {
    return { sessions: await this.listSessions.run(actor) };
  }

  @Route('signOut')
  async end(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSession.run(actor.userId, actor.sessionId);
    this.cookie.clear(reply);
  }

  @Route('deleteSession')
  async revoke(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'deleteSession'>): Promise<void> {
    await this.endSession.run(actor.userId, params.id);
  }
}
