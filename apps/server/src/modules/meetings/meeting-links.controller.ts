import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { deviceOf, SignedIn } from '../auth/index.ts';
import { JoinByMeetingLink } from './join-by-meeting-link.ts';
import { MeetingLinks } from './meeting-links.ts';

@Controller()
export class MeetingLinksController {
  constructor(
    private readonly links: MeetingLinks,
    private readonly join: JoinByMeetingLink,
    private readonly signedIn: SignedIn,
  ) {}

  @Route('createMeetingLink')
  createMeetingLink(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createMeetingLink'>): Promise<RouteOutput<'createMeetingLink'>> {
    return this.links.create(actor, input);
  }

  @Route('revokeMeetingLinks')
  revokeMeetingLinks(@CurrentActor() actor: Actor, @Input() input: RouteInput<'revokeMeetingLinks'>): Promise<void> {
    return this.links.revoke(actor, input);
  }

  @Route('lookUpMeetingLink')
  lookUpMeetingLink(@Input() { body }: RouteInput<'lookUpMeetingLink'>): Promise<RouteOutput<'lookUpMeetingLink'>> {
    return this.links.lookUp(body.token);
  }

  @Route('joinByMeetingLink')
  async joinByMeetingLink(
    @Input() input: RouteInput<'joinByMeetingLink'>,
    @Req() request: ParvisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RouteOutput<'joinByMeetingLink'>> {
    const { meetingId, participant, session } = await this.join.run(request.actor ?? null, input, deviceOf(request));
    if (session) this.signedIn.answer(session, 'cookie', reply);
    return { meetingId, participant };
  }
}
