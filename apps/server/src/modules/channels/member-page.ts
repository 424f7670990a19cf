import type { Member, MembershipRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws ApiError invalid_cursor */
export function uuidOfCursor(part: unknown): string {
  if (typeof part !== 'string' || !UUID.test(part)) throw new ApiError('invalid_cursor');
  return part;
}

const SOURCES = {
  channel: { table: 'channel_member', container: 'channel_id' },
  team: { table: 'team_member', container: 'team_id' },
} as const;

/**
 * A page of members in the order of joining. The cursor holds microseconds, as PostgreSQL does.
 * @throws ApiError invalid_cursor
 */
export async function readMemberPage(
  query: Query,
  of: keyof typeof SOURCES,
  id: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ members: Member[]; next: string | null }> {
  const { table, container } = SOURCES[of];
  const after = cursor === undefined ? null : afterOf(cursor);
  const rows = await query.query<{ userId: string; role: MembershipRole; joinedAt: Date; micros: number }>(
    `SELECT user_id AS "userId", role, joined_at AS "joinedAt", (extract(epoch FROM joined_at) * 1000000)::bigint AS micros
     FROM ${table}
     WHERE ${container} = $1
       AND ($2::bigint IS NULL OR (joined_at, user_id) > (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
     ORDER BY joined_at, user_id LIMIT $4`,
    [id, after?.micros ?? null, after?.userId ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    members: page.map(({ userId, role, joinedAt }) => ({ userId, role, joinedAt: joinedAt.toISOString() })),
    next: rows.length > limit && last ? encodeCursor([last.micros, last.userId]) : null,
  };
}

function afterOf(cursor: string): { micros: number; userId: string } {
  const [micros, userId] = decodeCursor(cursor, 2);
  if (typeof micros !== 'number') throw new ApiError('invalid_cursor');
  return { micros, userId: uuidOfCursor(userId) };
}
