import { Injectable } from '@nestjs/common';
import type { MembershipRole, UserGroup } from '@parvis/contracts';
import { can, type GroupPlace } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { readTeamRole } from '../channels/index.ts';
import { GROUP_COLUMNS } from './group.repository.ts';

/** A group that a person may see, and their place in its team. */
export interface SeenGroup {
  group: UserGroup;
  place: GroupPlace;
}

/** Who may see a group, and run those of a team or of the organisation. */
@Injectable()
export class GroupAccess {
  /** @throws ApiError not_found for a group that is not there or not for this person's eyes */
  async see(query: Query, actor: Actor, groupId: string): Promise<SeenGroup> {
    const [row] = await query.query<UserGroup & { teamRole: MembershipRole | null }>(
      `SELECT ${GROUP_COLUMNS}, t.role AS "teamRole"
       FROM user_group g LEFT JOIN team_member t ON t.team_id = g.team_id AND t.user_id = $2 WHERE g.id = $1`,
      [groupId, actor.userId],
    );
    if (!row) throw new ApiError('not_found');
    const { teamRole, ...group } = row;
    const place: GroupPlace = { ofTeam: group.teamId !== null, teamRole };
    if (!can(actor, 'group.see', place)) throw new ApiError('not_found');
    return { group, place };
  }

  /** As `see`, and nobody else changes the group until the transaction ends. @throws ApiError not_found, forbidden */
  async change(query: Query, actor: Actor, groupId: string, action: 'group.update' | 'group.delete' | 'group.set_members'): Promise<SeenGroup> {
    await query.query('SELECT id FROM user_group WHERE id = $1 FOR UPDATE', [groupId]);
    const seen = await this.see(query, actor, groupId);
    if (!can(actor, action, seen.place)) throw new ApiError('forbidden');
    return seen;
  }

  /** @throws ApiError not_found for a team that is not there or not for this person's eyes; forbidden */
  async requireCreate(query: Query, actor: Actor, teamId: string | null): Promise<void> {
    const teamRole = teamId === null ? null : await readTeamRole(query, teamId, actor.userId);
    if (teamRole === undefined || (teamId !== null && !can(actor, 'team.see', { teamRole }))) throw new ApiError('not_found');
    if (!can(actor, 'group.create', { ofTeam: teamId !== null, teamRole })) throw new ApiError('forbidden');
  }
}
