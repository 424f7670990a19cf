import { type Call, type EventPayload, type StreamId, streamId } from '@parvis/contracts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { readActiveMeeting } from '../channels/index.ts';
import { readMeeting } from './meeting-access.ts';
import { type MeetingRow, toMeeting } from './meeting-row.ts';
import { type ParticipantRow, toParticipant } from './participant-row.ts';

type Place = Pick<MeetingRow, 'id' | 'channelId'>;
export type CallRow = Omit<Call, 'expiresAt'> & { userId: string; expiresAt: Date };

export const meetingStream = (meetingId: string): StreamId => streamId('meeting', meetingId);

/** Tells those who are in it what it is now; answers that. */
export async function tellMeeting(tx: StreamTransaction, meetingId: string): Promise<MeetingRow> {
  const meeting = await readMeeting(tx, meetingId);
  if (!meeting) throw new Error('a locked meeting is not there');
  await tx.append(meetingStream(meetingId), 'meeting.updated', { meeting: toMeeting(meeting) });
  return meeting;
}

export const tellParticipants = (tx: StreamTransaction, meetingId: string, rows: readonly ParticipantRow[]): Promise<void> =>
  tx.appendAll('meeting.participant_updated', rows.map((row) => ({ stream: meetingStream(meetingId), payload: { participant: toParticipant(row) } })));

/** Tells its conversation that it runs, and who is in it. */
export async function tellChannel(tx: StreamTransaction, { channelId }: Place): Promise<void> {
  await tx.append(streamId('channel', channelId), 'channel.meeting_changed', { meeting: await readActiveMeeting(tx, channelId) });
}

export const tellAdmission = (
  tx: StreamTransaction, rows: readonly Pick<ParticipantRow, 'id' | 'meetingId' | 'userId'>[], state: EventPayload<'meeting.admission'>['state'],
): Promise<void> =>
  tx.appendAll('meeting.admission', rows.map((row) => ({
    stream: streamId('user', row.userId), payload: { meetingId: row.meetingId, participantId: row.id, state },
  })));

/** Columns of `meeting_call k` with its meeting and caller, as `CallRow`. */
export const CALLS = `
  SELECT k.meeting_id AS "meetingId", m.channel_id AS "channelId", k.caller_id AS "callerId", u.name AS "callerName", k.user_id AS "userId",
    k.state, k.expires_at AS "expiresAt"
  FROM meeting_call k JOIN meeting m ON m.id = k.meeting_id JOIN app_user u ON u.id = k.caller_id`;

export const toCall = ({ userId: _, expiresAt, ...call }: CallRow): Call => ({ ...call, expiresAt: expiresAt.toISOString() });

/** Tells each of these people what became of the call that rings, or rang, for them. */
export async function tellCalls(tx: StreamTransaction, meetingId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const rows = await tx.query<CallRow>(`${CALLS} WHERE k.meeting_id = $1 AND k.user_id = ANY($2)`, [meetingId, userIds]);
  await tx.appendAll('call.updated', rows.map((row) => ({ stream: streamId('user', row.userId), payload: { call: toCall(row) } })));
}
