import { Injectable } from '@nestjs/common';
import type { Participant, RouteInput } from '@parvis/contracts';
import { can, type MeetingPlace } from '@parvis/permissions';
import { v7 } from 'uuid';
import { Config } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Arrivals } from './arrivals.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { tellParticipants } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readByDevice, toParticipant } from './participant-row.ts';

type Joining = Pick<Actor, 'userId' | 'role'>;

@Injectable()
export class JoinMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly arrivals: Arrivals,
    private readonly config: Config,
  ) {}

  /**
   * Again from the same device it is the same participant, in the state that it has; or back in it,
   * with the role of before. @throws ApiError as `inTransaction`
   */
  run(actor: Actor, { params, body }: RouteInput<'joinMeeting'>): Promise<Participant> {
    return this.streams.transaction((tx) => this.inTransaction(tx, actor, params.id, body.deviceId));
  }

  /** @throws ApiError not_found, meeting_ended, forbidden for whom a host removed, meeting_locked, meeting_full */
  async inTransaction(tx: StreamTransaction, actor: Joining, meetingId: string, deviceId: string): Promise<Participant> {
    const { meeting, place } = await lockAndSee(tx, actor, meetingId, [actor.userId]);
    requireRunning(meeting);
    if (!can(actor, 'meeting.join', place)) throw new ApiError('forbidden');
    const known = await readByDevice(tx, meetingId, actor.userId, deviceId);
    if (known && known.state !== 'left') await tx.query('UPDATE meeting_participant SET seen_at = $2 WHERE id = $1', [known.id, tx.at]);
    if (known?.state === 'joined') return toParticipant(known);

    const admitted = await wasAdmitted(tx, meetingId, actor.userId);
    // Who was in it and lost the connection is nobody new.
    if (meeting.locked && !admitted && place.role === 'attendee') throw new ApiError('meeting_locked');
    const participant = known ?? (await insertParticipant(tx, meetingId, actor.userId, deviceId));
    if (mustWait(meeting, place, admitted)) return toParticipant(await this.wait(tx, participant));
    await requireRoom(tx, meetingId, this.config.meetingMaxParticipants);
    return toParticipant(await this.arrivals.letIn(tx, meeting, participant));
  }

  private async wait(tx: StreamTransaction, participant: ParticipantRow): Promise<ParticipantRow> {
    if (participant.state === 'waiting') return participant;
    await tx.query(`UPDATE meeting_participant SET state = 'waiting', joined_at = $2, seen_at = $2 WHERE id = $1`, [participant.id, tx.at]);
    const waiting: ParticipantRow = { ...participant, state: 'waiting', joinedAt: tx.at };
    await tellParticipants(tx, participant.meetingId, [waiting]);
    return waiting;
  }
}

function mustWait({ lobby }: MeetingRow, { role, inConversation }: MeetingPlace, admitted: boolean): boolean {
  if (lobby === 'off' || admitted || role !== 'attendee') return false;
  return lobby === 'everyone' || !inConversation;
}

async function wasAdmitted(tx: StreamTransaction, meetingId: string, userId: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM meeting_standing WHERE meeting_id = $1 AND user_id = $2 AND admitted', [meetingId, userId]);
  return rows.length > 0;
}

/** @throws ApiError meeting_full */
export async function requireRoom(tx: StreamTransaction, meetingId: string, most: number): Promise<void> {
  const [row] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM meeting_participant WHERE meeting_id = $1 AND state = 'joined'`, [meetingId]);
  if ((row?.count ?? 0) >= most) throw new ApiError('meeting_full');
}

async function insertParticipant(tx: StreamTransaction, meetingId: string, userId: string, deviceId: string): Promise<ParticipantRow> {
  await tx.query(
    `INSERT INTO meeting_participant (id, meeting_id, user_id, device_id, state, joined_at, seen_at) VALUES ($1, $2, $3, $4, 'left', $5, $5)`,
    [v7(), meetingId, userId, deviceId, tx.at],
  );
  const participant = await readByDevice(tx, meetingId, userId, deviceId);
  if (!participant) throw new Error('a new participant is not there');
  return participant;
}
