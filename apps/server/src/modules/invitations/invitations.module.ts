import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.ts';
import { AuthModule } from '../auth/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { TeamsModule } from '../teams/index.ts';
import { UsersModule } from '../users/index.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { CreateInvitation } from './create-invitation.ts';
import { DeleteInvitation } from './delete-invitation.ts';
import { InvitationsController } from './invitations.controller.ts';
import { Invitations } from './invitations.ts';
import { OpenChannels } from './open-channels.ts';

@Module({
  imports: [MailModule, AuthModule, ChannelsModule, OrganisationModule, TeamsModule, UsersModule],
  controllers: [InvitationsController],
  providers: [Invitations, OpenChannels, CreateInvitation, DeleteInvitation, AcceptInvitation],
})
export class InvitationsModule {}
