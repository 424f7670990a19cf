import type { MediaSource, MeetingRole, Participant } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

/** SQL: what the person of column `person` is in `meeting m`. */
export const roleOf = (person: string): string => `CASE
  WHEN ${person} = coalesce(m.acting_host_id, m.host_id) THEN 'host'
  WHEN EXISTS (SELECT 1 FROM meeting_standing r WHERE r.meeting_id = m.id AND r.user_id = ${person} AND r.cohost) THEN 'cohost'
  ELSE 'attendee' END`;

export interface ParticipantRow {
  id: string;
  meetingId: string;
  userId: string;
  name: string;
  guest: boolean;
  avatarVersion: string | null;
  role: MeetingRole;
  state: 'waiting' | 'joined' | 'left';
  handRaisedAt: Date | null;
  joinedAt: Date;
  seenAt: Date;
  mutedSources: MediaSource[];
}

const SELECT = `
  SELECT p.id, p.meeting_id AS "meetingId", p.user_id AS "userId", u.name, u.meeting_guest AS guest, u.avatar_version AS "avatarVersion",
    ${roleOf('p.user_id')} AS role, p.state, p.hand_raised_at AS "handRaisedAt", p.joined_at AS "joinedAt", p.seen_at AS "seenAt", p.muted_sources AS "mutedSources"
  FROM meeting_participant p JOIN meeting m ON m.id = p.meeting_id JOIN app_user u ON u.id = p.user_id`;

/** Those in it and those who wait, in order of coming. */
export const readPresent = (query: Query, meetingId: string): Promise<ParticipantRow[]> =>
  query.query<ParticipantRow>(`${SELECT} WHERE p.meeting_id = $1 AND p.state <> 'left' ORDER BY p.joined_at, p.id`, [meetingId]);

/** Also one who left. */
export async function readParticipant(query: Query, meetingId: string, participantId: string): Promise<ParticipantRow | null> {
  const [row] = await query.query<ParticipantRow>(`${SELECT} WHERE p.meeting_id = $1 AND p.id = $2`, [meetingId, participantId]);
  return row ?? null;
}

export async function readByDevice(query: Query, meetingId: string, userId: string, deviceId: string): Promise<ParticipantRow | null> {
  const [row] = await query.query<ParticipantRow>(`${SELECT} WHERE p.meeting_id = $1 AND p.user_id = $2 AND p.device_id = $3`, [meetingId, userId, deviceId]);
  return row ?? null;
}

export const toParticipant = (row: ParticipantRow): Participant => ({
  id: row.id,
  userId: row.userId,
  name: row.name,
  guest: row.guest,
  avatarVersion: row.avatarVersion,
  role: row.role,
  state: row.state === 'waiting' ? 'waiting' : 'joined',
  handRaisedAt: row.handRaisedAt?.toISOString() ?? null,
  joinedAt: row.joinedAt.toISOString(),
});
