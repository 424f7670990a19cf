import type { ActiveMeeting } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

const PEOPLE_TOLD = 5;

/** SQL: the meeting that runs in the channel of column `channel`, as `ActiveMeeting`; null without one. */
export const activeMeetingOf = (channel: string): string => `(
  SELECT jsonb_build_object('id', meeting.id, 'kind', meeting.kind, 'title', meeting.title, 'startedAt', meeting.started_at, 'participantCount', people.count, 'userIds', people.ids)
  FROM meeting CROSS JOIN LATERAL (
    SELECT count(*)::int, coalesce((array_agg(person.user_id ORDER BY person.joined_at, person.user_id))[1:${PEOPLE_TOLD}], '{}') AS ids
    FROM (SELECT p.user_id, min(p.joined_at) AS joined_at FROM meeting_participant p WHERE p.meeting_id = meeting.id AND p.state = 'joined' GROUP BY p.user_id) person
  ) people
  WHERE meeting.channel_id = ${channel} AND meeting.ended_at IS NULL)`;

/** PostgreSQL writes moments into JSON in a form of its own. */
export const toActiveMeeting = (row: ActiveMeeting): ActiveMeeting => ({ ...row, startedAt: new Date(row.startedAt).toISOString() });

export async function readActiveMeeting(query: Query, channelId: string): Promise<ActiveMeeting | null> {
  const [row] = await query.query<{ meeting: ActiveMeeting | null }>(`SELECT ${activeMeetingOf('$1::uuid')} AS meeting`, [channelId]);
  return row?.meeting ? toActiveMeeting(row.meeting) : null;
}
