import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { readTeamMemberPage } from '../channels/index.ts';
import { TeamAccess } from './team-access.ts';

@Injectable()
export class ListTeamMembers {
  constructor(
    private readonly database: DataSource,
    private readonly access: TeamAccess,
  ) {}

  /** @throws ApiError not_found, invalid_cursor */
  async run(actor: Actor, { params, query }: RouteInput<'listTeamMembers'>): Promise<RouteOutput<'listTeamMembers'>> {
    await this.access.see(this.database, actor, params.id);
    return readTeamMemberPage(this.database, params.id, query);
  }
}
