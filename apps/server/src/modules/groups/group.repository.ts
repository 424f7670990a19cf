import { LIMITS, type UserGroup } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** Columns of `user_group g` that a UserGroup is made of. Deactivated people are told of nowhere. */
export const GROUP_COLUMNS = `
  g.id, g.handle, g.name, g.team_id AS "teamId",
  (SELECT count(*)::int FROM user_group_member m JOIN app_user u ON u.id = m.user_id AND u.deactivated_at IS NULL WHERE m.group_id = g.id) AS "memberCount"`;

/** What the composer means by these already. */
const RESERVED = new Set(['channel', 'here', 'everyone', 'all']);

/** @throws ApiError name_taken */
export async function insertGroup(query: Query, group: Omit<UserGroup, 'memberCount'>, createdBy: string, createdAt: Date): Promise<void> {
  await refuseTakenHandle(group.handle, () =>
    query.query('INSERT INTO user_group (id, handle, name, team_id, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      group.id, group.handle, group.name, group.teamId, createdBy, createdAt,
    ]));
}

/** @throws ApiError name_taken */
export async function writeGroup(query: Query, { id, handle, name }: Pick<UserGroup, 'id' | 'handle' | 'name'>): Promise<void> {
  await refuseTakenHandle(handle, () => query.query('UPDATE user_group SET handle = $2, name = $3 WHERE id = $1', [id, handle, name]));
}

export async function insertMembers(query: Query, groupId: string, userIds: readonly string[]): Promise<void> {
  await query.query('INSERT INTO user_group_member (group_id, user_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING', [groupId, userIds]);
}

/** @throws ApiError too_many */
export async function requireRoom(query: Query, groupId: string): Promise<void> {
  const [row] = await query.query<{ members: number }>('SELECT count(*)::int AS members FROM user_group_member WHERE group_id = $1', [groupId]);
  if ((row?.members ?? 0) > LIMITS.userGroupMembers) throw new ApiError('too_many', `a group has at most ${LIMITS.userGroupMembers} people`);
}

async function refuseTakenHandle<T>(handle: string, write: () => Promise<T>): Promise<T> {
  if (RESERVED.has(handle)) throw new ApiError('name_taken', 'this handle has a meaning of its own');
  try {
    return await write();
  } catch (error) {
    const { driverError } = error as { driverError?: { code?: string; constraint?: string } };
    if (driverError?.code === '23505' && driverError.constraint === 'user_group_handle') throw new ApiError('name_taken', 'another group has this handle');
    throw error;
  }
}
