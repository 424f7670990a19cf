import { Injectable } from '@nestjs/common';
import type { MembershipRole, TeamSummary } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { TEAM_COLUMNS, type TeamRow, toTeam } from './team.repository.ts';

@Injectable()
export class TeamSummaries {
  /** The teams that a person is in, by name, with the heads of their streams: one statement. */
  async readFor(query: Query, userId: string): Promise<TeamSummary[]> {
    const rows = await query.query<TeamRow & { role: MembershipRole; head: number }>(
      `SELECT ${TEAM_COLUMNS}, m.role, coalesce(s.head, 0) AS head
       FROM team_member m JOIN team t ON t.id = m.team_id LEFT JOIN stream s ON s.id = 'team:' || t.id::text
       WHERE m.user_id = $1 ORDER BY lower(t.name), t.id`,
      [userId],
    );
    return rows.map((row) => ({ team: toTeam(row), role: row.role, head: row.head }));
  }
}
