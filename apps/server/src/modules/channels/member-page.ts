import type { ChannelMember, ChannelRole, Member, MembershipRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws ApiError invalid_cursor */
export function uuidOfCursor(part: unknown): string {
  if (typeof part !== 'string' || !UUID.test(part)) throw new ApiError('invalid_cursor');
  return part;
}

interface Asked {
  cursor?: string | undefined;
  limit: number;
  /** Part of a name, or of an address. */
  query?: string | undefined;
  role?: ChannelRole | undefined;
}
interface Page<M> {
  members: M[];
  next: string | null;
}

/** Members of a channel in the order of joining, a page at a time. @throws ApiError invalid_cursor */
export const readChannelMemberPage = (query: Query, channelId: string, asked: Asked): Promise<Page<ChannelMember>> =>
  readPage<ChannelRole>(query, { table: 'channel_member', container: 'channel_id', id: channelId }, asked);

/** Members of a team, likewise. @throws ApiError invalid_cursor */
export const readTeamMemberPage = (query: Query, teamId: string, asked: Asked): Promise<Page<Member>> =>
  readPage<MembershipRole>(query, { table: 'team_member', container: 'team_id', id: teamId }, asked);

/** The cursor holds microseconds, as PostgreSQL does. */
async function readPage<Role>(
  query: Query,
  of: { table: 'channel_member' | 'team_member'; container: 'channel_id' | 'team_id'; id: string },
  { cursor, limit, query: text, role }: Asked,
): Promise<Page<{ userId: string; role: Role; joinedAt: string }>> {
  const after = cursor === undefined ? null : afterOf(cursor);
  // People are joined in only when they are searched: a plain page reads one index.
  const named = text === undefined ? '' : 'JOIN app_user u ON u.id = m.user_id AND (strpos(lower(u.name), lower($6)) > 0 OR strpos(u.email, lower($6)) > 0)';
  const rows = await query.query<{ userId: string; role: Role; joinedAt: Date; micros: number }>(
    `SELECT m.user_id AS "userId", m.role, m.joined_at AS "joinedAt", (extract(epoch FROM m.joined_at) * 1000000)::bigint AS micros
     FROM ${of.table} m ${named}
     WHERE m.${of.container} = $1
       AND ($2::bigint IS NULL OR (m.joined_at, m.user_id) > (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
       AND ($5::text IS NULL OR m.role = $5)
     ORDER BY m.joined_at, m.user_id LIMIT $4`,
    [of.id, after?.micros ?? null, after?.userId ?? null, limit + 1, role ?? null, ...(text === undefined ? [] : [text])],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    members: page.map(({ userId, role: theirs, joinedAt }) => ({ userId, role: theirs, joinedAt: joinedAt.toISOString() })),
    next: rows.length > limit && last ? encodeCursor([last.micros, last.userId]) : null,
  };
}

function afterOf(cursor: string): { micros: number; userId: string } {
  const [micros, userId] = decodeCursor(cursor, 2);
  if (typeof micros !== 'number') throw new ApiError('invalid_cursor');
  return { micros, userId: uuidOfCursor(userId) };
}
