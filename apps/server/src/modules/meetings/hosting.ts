import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { tellParticipants } from './meeting-events.ts';
import { isHost, type MeetingRow } from './meeting-row.ts';
import { readPresent } from './participant-row.ts';

/**
 * Sees to it that somebody who is there hosts: the host; while they are away a co-host, else who has
 * been in it for longest, never a guest. The host who comes back gets the role back. Answers the
 * meeting as it is then; told is who became something else.
 */
export async function settleHost(tx: StreamTransaction, meeting: MeetingRow): Promise<MeetingRow> {
  const [row] = await tx.query<{ hostIsIn: boolean; actingIsIn: boolean; heir: string | null }>(
    `SELECT coalesce(bool_or(p.user_id = $2), false) AS "hostIsIn", coalesce(bool_or(p.user_id = $3), false) AS "actingIsIn",
       (array_agg(p.user_id ORDER BY coalesce(s.cohost, false) DESC, p.joined_at, p.id) FILTER (WHERE u.role <> 'guest'))[1] AS heir
     FROM meeting_participant p JOIN app_user u ON u.id = p.user_id
     LEFT JOIN meeting_standing s ON s.meeting_id = p.meeting_id AND s.user_id = p.user_id
     WHERE p.meeting_id = $1 AND p.state = 'joined'`,
    [meeting.id, meeting.hostId, meeting.actingHostId],
  );
  const { hostIsIn = false, actingIsIn = false, heir = null } = row ?? {};
  const actingHostId = hostIsIn ? null : actingIsIn ? meeting.actingHostId : heir;
  if (actingHostId === meeting.actingHostId) return meeting;
  await tx.query('UPDATE meeting SET acting_host_id = $2 WHERE id = $1', [meeting.id, actingHostId]);
  const changed = { ...meeting, actingHostId };
  const present = await readPresent(tx, meeting.id);
  await tellParticipants(tx, meeting.id, present.filter(({ userId }) => isHost(meeting, userId) !== isHost(changed, userId)));
  return changed;
}
