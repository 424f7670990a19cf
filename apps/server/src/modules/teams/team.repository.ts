import type { ChannelKind, Member, MembershipRole, Team } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

/** Columns of `team t` that a Team is made of. */
export const TEAM_COLUMNS = 't.id, t.name, t.description, t.created_at AS "createdAt"';

export interface TeamRow {
  id: string;
  name: string;
  description: string;
  createdAt: Date;
}

export const toTeam = (row: TeamRow): Team => ({
  id: row.id,
  name: row.name,
  description: row.description,
  createdAt: row.createdAt.toISOString(),
});

export async function insertTeam(query: Query, team: Team, createdBy: string): Promise<void> {
  await query.query('INSERT INTO team (id, name, description, created_by, created_at) VALUES ($1, $2, $3, $4, $5)', [
    team.id, team.name, team.description, createdBy, team.createdAt,
  ]);
}

export async function updateTeamRow(query: Query, { id, name, description }: Team): Promise<void> {
  await query.query('UPDATE team SET name = $2, description = $3 WHERE id = $1', [id, name, description]);
}

export async function insertTeamMember(query: Query, teamId: string, { userId, role, joinedAt }: Member): Promise<void> {
  await query.query('INSERT INTO team_member (team_id, user_id, role, joined_at) VALUES ($1, $2, $3, $4)', [teamId, userId, role, joinedAt]);
}

export async function deleteTeamMember(query: Query, teamId: string, userId: string): Promise<void> {
  await query.query('DELETE FROM team_member WHERE team_id = $1 AND user_id = $2', [teamId, userId]);
  // The team's groups are of its members.
  await query.query('DELETE FROM user_group_member m USING user_group g WHERE g.id = m.group_id AND g.team_id = $1 AND m.user_id = $2', [teamId, userId]);
}

export async function writeTeamRole(query: Query, teamId: string, userId: string, role: MembershipRole): Promise<void> {
  await query.query('UPDATE team_member SET role = $3 WHERE team_id = $1 AND user_id = $2', [teamId, userId, role]);
}

export async function readTeamMember(query: Query, teamId: string, userId: string): Promise<Member | null> {
  const [row] = await query.query<{ userId: string; role: MembershipRole; joinedAt: Date }>(
    `SELECT user_id AS "userId", role, joined_at AS "joinedAt" FROM team_member WHERE team_id = $1 AND user_id = $2`,
    [teamId, userId],
  );
  return row ? { ...row, joinedAt: row.joinedAt.toISOString() } : null;
}

export async function countTeamOwners(query: Query, teamId: string): Promise<number> {
  const [row] = await query.query<{ owners: number }>(
    `SELECT count(*)::int AS owners FROM team_member WHERE team_id = $1 AND role = 'owner'`,
    [teamId],
  );
  return row?.owners ?? 0;
}

export async function readGeneralChannelId(query: Query, teamId: string): Promise<string | null> {
  const [row] = await query.query<{ id: string }>('SELECT id FROM channel WHERE team_id = $1 AND is_general', [teamId]);
  return row?.id ?? null;
}

/** The team's channels that a person is in. */
export function readJoinedChannels(query: Query, teamId: string, userId: string): Promise<{ id: string; kind: ChannelKind }[]> {
  return query.query<{ id: string; kind: ChannelKind }>(
    'SELECT c.id, c.kind FROM channel c JOIN channel_member m ON m.channel_id = c.id WHERE c.team_id = $1 AND m.user_id = $2 ORDER BY c.id',
    [teamId, userId],
  );
}
