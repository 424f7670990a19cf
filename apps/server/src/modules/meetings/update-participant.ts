import { Injectable } from '@nestjs/common';
import { type MeetingRole, type Participant, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { writeMemberRole } from '../channels/index.ts';
import { MediaRights } from './media-rights.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { tellParticipants } from './meeting-events.ts';
import { isHost, type MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readParticipant, readPresent, toParticipant } from './participant-row.ts';

@Injectable()
export class UpdateParticipant {
  constructor(
    private readonly streams: Streams,
    private readonly rights: MediaRights,
  ) {}

  /** Raises or lowers a hand, or gives a role. @throws ApiError not_found, forbidden, meeting_ended */
  run(actor: Actor, { params, body }: RouteInput<'updateParticipant'>): Promise<Participant> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      const target = await readParticipant(tx, meeting.id, params.participantId);
      const resource = { ...place, targetRole: target?.role ?? 'attendee', self: target?.userId === actor.userId } as const;
      const role = body.role === target?.role ? undefined : body.role;
      if (body.handRaised !== undefined && !can(actor, body.handRaised ? 'meeting.raise_hand' : 'meeting.lower_hand', resource)) throw new ApiError('forbidden');
      if (role !== undefined && !can(actor, role === 'host' ? 'meeting.hand_over' : 'meeting.set_cohost', resource)) throw new ApiError('forbidden');
      requireRunning(meeting);
      if (target?.state !== 'joined') throw new ApiError('not_found');
      if (body.handRaised !== undefined) await this.raise(tx, target, body.handRaised);
      if (role !== undefined) await this.give(tx, meeting, target.userId, role);
      const participant = await readParticipant(tx, meeting.id, target.id);
      if (!participant) throw new ApiError('not_found');
      return toParticipant(participant);
    });
  }

  private async raise(tx: StreamTransaction, target: ParticipantRow, raised: boolean): Promise<void> {
    if (raised === (target.handRaisedAt !== null)) return;
    await tx.query('UPDATE meeting_participant SET hand_raised_at = $2 WHERE id = $1', [target.id, raised ? tx.at : null]);
    await tellParticipants(tx, target.meetingId, [{ ...target, handRaisedAt: raised ? tx.at : null }]);
  }

  /** To the person, with whatever device. Who was host until now helps from now on. */
  private async give(tx: StreamTransaction, meeting: MeetingRow, userId: string, role: MeetingRole): Promise<void> {
    const before = await readPresent(tx, meeting.id);
    if (role === 'host') {
      const former = before.find((one) => isHost(meeting, one.userId))?.userId;
      if (former !== undefined) await writeCohost(tx, meeting, former, true);
      await tx.query('UPDATE meeting SET host_id = $2, acting_host_id = NULL WHERE id = $1', [meeting.id, userId]);
    }
    await writeCohost(tx, meeting, userId, role !== 'attendee');
    const after = await readPresent(tx, meeting.id);
    const changed = after.filter((one) => before.find(({ id }) => id === one.id)?.role !== one.role);
    await tellParticipants(tx, meeting.id, changed);
    tx.afterCommit(() => { this.rights.changed(meeting.id); });
  }
}

/** Whoever helps to run a meeting writes in its conversation also where only hosts do. */
async function writeCohost(tx: StreamTransaction, meeting: MeetingRow, userId: string, cohost: boolean): Promise<void> {
  await tx.query(
    `INSERT INTO meeting_standing (meeting_id, user_id, cohost) VALUES ($1, $2, $3)
     ON CONFLICT (meeting_id, user_id) DO UPDATE SET cohost = excluded.cohost`,
    [meeting.id, userId, cohost],
  );
  if (!meeting.ownConversation || userId === meeting.createdBy) return;
  const role = cohost ? 'moderator' : 'member';
  await writeMemberRole(tx, meeting.channelId, userId, role);
  await tx.append(streamId('channel', meeting.channelId), 'channel.member_updated', { userId, role });
}
