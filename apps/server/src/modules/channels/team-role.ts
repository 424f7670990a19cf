import type { MembershipRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

/** What a person is in a team: undefined when there is no such team, null when they are not in it. */
export async function readTeamRole(query: Query, teamId: string, userId: string): Promise<MembershipRole | null | undefined> {
  const [row] = await query.query<{ role: MembershipRole | null }>(
    'SELECT m.role FROM team t LEFT JOIN team_member m ON m.team_id = t.id AND m.user_id = $2 WHERE t.id = $1',
    [teamId, userId],
  );
  return row?.role ?? (row ? null : undefined);
}
