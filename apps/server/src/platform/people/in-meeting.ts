import type { Query } from '../database/query.ts';

/** Of these people, those who are in a meeting now. */
export async function inMeetingAmong(query: Query, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await query.query<{ id: string }>(
    `SELECT DISTINCT user_id AS id FROM meeting_participant WHERE user_id = ANY($1) AND state = 'joined'`,
    [userIds],
  );
  return rows.map(({ id }) => id);
}
