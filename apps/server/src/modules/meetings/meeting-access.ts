import { streamId } from '@parvis/contracts';
import { can, type MeetingPlace } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { MEETING_COLUMNS, type MeetingRow } from './meeting-row.ts';
import { roleOf } from './participant-row.ts';

type Viewer = Pick<Actor, 'userId' | 'role'>;

/** A meeting that a person may see, and what they are to it. */
export interface SeenMeeting {
  meeting: MeetingRow;
  place: MeetingPlace;
}

/** SQL: columns of what the person of column `person` is to `meeting m`. The host runs it from outside too, whoever stands in. */
const placeOf = (person: string): string => `
  EXISTS (SELECT 1 FROM channel_member c WHERE c.channel_id = m.channel_id AND c.user_id = ${person}) AS "inConversation",
  EXISTS (SELECT 1 FROM meeting_standing s WHERE s.meeting_id = m.id AND s.user_id = ${person} AND s.invited) AS invited,
  EXISTS (SELECT 1 FROM meeting_standing s WHERE s.meeting_id = m.id AND s.user_id = ${person} AND s.removed) AS removed,
  EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = m.id AND p.user_id = ${person}) AS attended,
  EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = m.id AND p.user_id = ${person} AND p.state = 'joined') AS present,
  CASE WHEN ${person} = m.host_id THEN 'host' ELSE ${roleOf(person)} END AS role`;

/** SQL: the person of column `person` may be in `meeting m`, as `meeting.join` has it. */
export const mayBeIn = (person: string): string => `(
  NOT EXISTS (SELECT 1 FROM meeting_standing s WHERE s.meeting_id = m.id AND s.user_id = ${person} AND s.removed)
  AND (EXISTS (SELECT 1 FROM channel_member c WHERE c.channel_id = m.channel_id AND c.user_id = ${person})
    OR EXISTS (SELECT 1 FROM meeting_standing s WHERE s.meeting_id = m.id AND s.user_id = ${person} AND s.invited)))`;

/** @throws ApiError not_found for a meeting that is not there or not for this person's eyes */
export async function seeMeeting(query: Query, actor: Viewer, meetingId: string): Promise<SeenMeeting> {
  const [row] = await query.query<MeetingRow & MeetingPlace>(
    `SELECT ${MEETING_COLUMNS}, ${placeOf('$2::uuid')} FROM meeting m WHERE m.id = $1`,
    [meetingId, actor.userId],
  );
  if (!row) throw new ApiError('not_found');
  const { inConversation, invited, removed, attended, present, role, ...meeting } = row;
  const place: MeetingPlace = { inConversation, invited, removed, attended, present, role };
  if (!can(actor, 'meeting.see', place)) throw new ApiError('not_found');
  return { meeting, place };
}

export async function readMeeting(query: Query, meetingId: string): Promise<MeetingRow | null> {
  const [row] = await query.query<MeetingRow>(`SELECT ${MEETING_COLUMNS} FROM meeting m WHERE m.id = $1`, [meetingId]);
  return row ?? null;
}

/**
 * Locks what a change of a meeting is told in: its conversation, itself, and these people and whoever
 * is in it. What is read afterwards stays so until the commit. Null when there is no such meeting.
 */
export async function lockMeeting(tx: StreamTransaction, meetingId: string, userIds: readonly string[] = []): Promise<MeetingRow | null> {
  const [known] = await tx.query<{ channelId: string }>('SELECT channel_id AS "channelId" FROM meeting WHERE id = $1', [meetingId]);
  if (!known) return null;
  await tx.lock(streamId('channel', known.channelId), streamId('meeting', meetingId), ...userIds.map((userId) => streamId('user', userId)));
  return readMeeting(tx, meetingId);
}

/**
 * Whoever changes a meeting comes through here: locks it, and reads what the actor is to it then.
 * @throws ApiError not_found
 */
export async function lockAndSee(tx: StreamTransaction, actor: Viewer, meetingId: string, userIds: readonly string[] = []): Promise<SeenMeeting> {
  if (!(await lockMeeting(tx, meetingId, userIds))) throw new ApiError('not_found');
  return seeMeeting(tx, actor, meetingId);
}

/** @throws ApiError meeting_ended */
export function requireRunning(meeting: MeetingRow): void {
  if (meeting.endedAt !== null) throw new ApiError('meeting_ended');
}
