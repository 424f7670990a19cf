import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { AddTeamMember } from './add-team-member.ts';
import { CreateTeam } from './create-team.ts';
import { ListTeamMembers } from './list-team-members.ts';
import { RemoveTeamMember } from './remove-team-member.ts';
import { TeamAccess } from './team-access.ts';
import { TeamSummaries } from './team-summaries.ts';
import { UpdateTeamMember } from './update-team-member.ts';
import { UpdateTeam } from './update-team.ts';

@Controller()
export class TeamsController {
  constructor(
    private readonly database: DataSource,
    private readonly access: TeamAccess,
    private readonly summaries: TeamSummaries,
    private readonly create: CreateTeam,
    private readonly update: UpdateTeam,
    private readonly members: ListTeamMembers,
    private readonly add: AddTeamMember,
    private readonly updateMember: UpdateTeamMember,
    private readonly remove: RemoveTeamMember,
  ) {}

  @Route('listTeams')
  async listTeams(@CurrentActor() actor: Actor): Promise<RouteOutput<'listTeams'>> {
    return { teams: await this.summaries.readFor(this.database, actor.userId) };
  }

  @Route('createTeam')
  createTeam(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createTeam'>): Promise<RouteOutput<'createTeam'>> {
    return this.create.run(actor, input);
  }

  @Route('getTeam')
  async getTeam(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getTeam'>): Promise<RouteOutput<'getTeam'>> {
    return (await this.access.see(this.database, actor, params.id)).team;
  }

  @Route('updateTeam')
  updateTeam(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateTeam'>): Promise<RouteOutput<'updateTeam'>> {
    return this.update.run(actor, input);
  }

  @Route('listTeamMembers')
  listTeamMembers(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listTeamMembers'>): Promise<RouteOutput<'listTeamMembers'>> {
    return this.members.run(actor, input);
  }

  @Route('addTeamMember')
  addTeamMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'addTeamMember'>): Promise<RouteOutput<'addTeamMember'>> {
    return this.add.run(actor, input);
  }

  @Route('updateTeamMember')
  updateTeamMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateTeamMember'>): Promise<RouteOutput<'updateTeamMember'>> {
    return this.updateMember.run(actor, input);
  }

  @Route('removeTeamMember')
  removeTeamMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'removeTeamMember'>): Promise<void> {
    return this.remove.run(actor, input);
  }
}
