import { Injectable } from '@nestjs/common';
import type { MembershipRole, Team } from '@parvis/contracts';
import { can, type TeamPlace } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { TEAM_COLUMNS, type TeamRow, toTeam } from './team.repository.ts';

/** A team that a person may see, and their place in it. */
export interface SeenTeam {
  team: Team;
  place: TeamPlace;
}

/** Who may see a team. In a write, ask it under the lock of the team's stream. */
@Injectable()
export class TeamAccess {
  /** @throws ApiError not_found for a team that is not there or not for this person's eyes */
  async see(query: Query, actor: Pick<Actor, 'userId' | 'role'>, teamId: string): Promise<SeenTeam> {
    const [row] = await query.query<TeamRow & { teamRole: MembershipRole | null }>(
      `SELECT ${TEAM_COLUMNS}, m.role AS "teamRole"
       FROM team t LEFT JOIN team_member m ON m.team_id = t.id AND m.user_id = $2 WHERE t.id = $1`,
      [teamId, actor.userId],
    );
    if (!row || !can(actor, 'team.see', { teamRole: row.teamRole })) throw new ApiError('not_found');
    return { team: toTeam(row), place: { teamRole: row.teamRole } };
  }
}
