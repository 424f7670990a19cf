import type { Query } from '../../platform/database/query.ts';
import { requireActivePeople, requireTeamPeople } from '../channels/index.ts';

/**
 * That these people can be in a group: of a team, its members; of the organisation, everybody.
 * @throws ApiError not_found when one does not exist; forbidden when one is deactivated or not in the team
 */
export async function requireGroupPeople(query: Query, teamId: string | null, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  if (teamId === null) await requireActivePeople(query, userIds);
  else await requireTeamPeople(query, userIds, teamId);
}
