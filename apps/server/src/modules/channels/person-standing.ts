import type { MembershipRole, UserRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** A person who is about to be brought into something. */
export interface PersonStanding {
  id: string;
  role: UserRole;
  deactivated: boolean;
  /** Came by a meeting's link. */
  byLink: boolean;
  /** Null without a team in question, or when they are not in it. */
  teamRole: MembershipRole | null;
}

/**
 * The people who can be brought somewhere, with their place in a team.
 * @throws ApiError not_found when one of them does not exist; forbidden when one is deactivated
 */
export async function requireActivePeople(query: Query, userIds: string[], teamId: string | null = null): Promise<PersonStanding[]> {
  const people = await query.query<PersonStanding>(
    `SELECT u.id, u.role, u.deactivated_at IS NOT NULL AS deactivated, u.meeting_guest AS "byLink", t.role AS "teamRole"
     FROM app_user u LEFT JOIN team_member t ON t.user_id = u.id AND t.team_id = $2
     WHERE u.id = ANY($1)`,
    [userIds, teamId],
  );
  if (people.length < new Set(userIds).size) throw new ApiError('not_found', 'one of the people does not exist');
  if (people.some((person) => person.deactivated)) throw new ApiError('forbidden', 'a deactivated person cannot be added');
  return people;
}

/** @throws ApiError as `requireActivePeople`, and forbidden when one is not in the team */
export async function requireTeamPeople(query: Query, userIds: string[], teamId: string): Promise<void> {
  const people = await requireActivePeople(query, userIds, teamId);
  if (people.some((person) => person.teamRole === null)) throw new ApiError('forbidden', 'only members of the team can be added');
}
