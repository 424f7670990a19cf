import { Global, Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { AddTeamMember } from './add-team-member.ts';
import { CreateTeam } from './create-team.ts';
import { ListTeamMembers } from './list-team-members.ts';
import { GuestMaker } from '../users/index.ts';
import { MakeGuest } from './make-guest.ts';
import { RemoveTeamMember } from './remove-team-member.ts';
import { TeamAccess } from './team-access.ts';
import { TeamSummaries } from './team-summaries.ts';
import { TeamsController } from './teams.controller.ts';
import { UpdateTeamMember } from './update-team-member.ts';
import { UpdateTeam } from './update-team.ts';

/** Global for its port: what takes a person out of their teams when they become a guest. */
@Global()
@Module({
  imports: [ChannelsModule],
  controllers: [TeamsController],
  providers: [{ provide: GuestMaker, useExisting: MakeGuest }, AddTeamMember, CreateTeam, ListTeamMembers, MakeGuest, RemoveTeamMember, TeamAccess, TeamSummaries, UpdateTeam, UpdateTeamMember],
  exports: [GuestMaker, AddTeamMember, CreateTeam, TeamAccess, TeamSummaries],
})
export class TeamsModule {}
