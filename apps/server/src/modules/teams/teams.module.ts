import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { AddTeamMember } from './add-team-member.ts';
import { CreateTeam } from './create-team.ts';
import { ListTeamMembers } from './list-team-members.ts';
import { RemoveTeamMember } from './remove-team-member.ts';
import { TeamAccess } from './team-access.ts';
import { TeamSummaries } from './team-summaries.ts';
import { TeamsController } from './teams.controller.ts';
import { UpdateTeamMember } from './update-team-member.ts';
import { UpdateTeam } from './update-team.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [TeamsController],
  providers: [AddTeamMember, CreateTeam, ListTeamMembers, RemoveTeamMember, TeamAccess, TeamSummaries, UpdateTeam, UpdateTeamMember],
  exports: [AddTeamMember, CreateTeam, TeamAccess, TeamSummaries],
})
export class TeamsModule {}
