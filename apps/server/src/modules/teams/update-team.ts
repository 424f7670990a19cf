import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId, type Team } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { TeamAccess } from './team-access.ts';
import { updateTeamRow } from './team.repository.ts';

@Injectable()
export class UpdateTeam {
  constructor(
    private readonly streams: Streams,
    private readonly access: TeamAccess,
  ) {}

  /** @throws ApiError not_found, forbidden */
  run(actor: Actor, { params, body }: RouteInput<'updateTeam'>): Promise<Team> {
    const stream = streamId('team', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { team, place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'team.update', place)) throw new ApiError('forbidden');
      const updated: Team = { ...team, name: body.name ?? team.name, description: body.description ?? team.description };
      if (updated.name === team.name && updated.description === team.description) return team;
      await updateTeamRow(tx, updated);
      await tx.append(stream, 'team.updated', { team: updated }, { author: actor.userId });
      return updated;
    });
  }
}
