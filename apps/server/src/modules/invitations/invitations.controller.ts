import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { deviceOf, SignedIn } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { CreateInvitation } from './create-invitation.ts';
import { DeleteInvitation } from './delete-invitation.ts';
import { Invitations } from './invitations.ts';
import { OpenChannels } from './open-channels.ts';

@Controller()
export class InvitationsController {
  constructor(
    private readonly database: DataSource,
    private readonly invitations: Invitations,
    private readonly openChannels: OpenChannels,
    private readonly organisation: OrganisationReader,
    private readonly createInvitation: CreateInvitation,
    private readonly deleteInvitation: DeleteInvitation,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly signedIn: SignedIn,
  ) {}

  @Route('listInvitations')
  async list(): Promise<RouteOutput<'listInvitations'>> {
    return { invitations: await this.invitations.list() };
  }

  @Route('createInvitation')
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: RouteInput<'createInvitation'>,
  ): Promise<RouteOutput<'createInvitation'>> {
    return this.createInvitation.run(actor, body);
  }

  @Route('deleteInvitation')
  async withdraw(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'deleteInvitation'>): Promise<void> {
    await this.deleteInvitation.run(actor, params.id);
  }

  @Route('lookUpInvitation')
  async lookUp(@Input() { body }: RouteInput<'lookUpInvitation'>): Promise<RouteOutput<'lookUpInvitation'>> {
    const invitation = await this.invitations.byToken(this.database, body.token);
    await this.openChannels.of(this.database, invitation);
    const { name: organisationName, language } = await this.organisation.read(this.database);
    return { organisationName, email: invitation.email, language };
  }

  @Route('acceptInvitation')
  async accept(
    @Input() { body }: RouteInput<'acceptInvitation'>,
    @Req() request: ParvisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RouteOutput<'acceptInvitation'>> {
    const former = body.transport === 'cookie' ? (request.actor ?? null) : null;
    return this.signedIn.answer(await this.acceptInvitation.run(body, deviceOf(request), former), body.transport, reply);
  }
}
