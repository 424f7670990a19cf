import { Injectable } from '@nestjs/common';
import type { Participant, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { Config } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Arrivals } from './arrivals.ts';
import { requireRoom } from './join-meeting.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { tellAdmission } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readParticipant, readPresent, toParticipant } from './participant-row.ts';

@Injectable()
export class AdmitParticipant {
  constructor(
    private readonly streams: Streams,
    private readonly arrivals: Arrivals,
    private readonly config: Config,
  ) {}

  /** Whoever is in it already stays in it. @throws ApiError not_found, forbidden, meeting_ended, meeting_full */
  run(actor: Actor, { params }: RouteInput<'admitParticipant'>): Promise<Participant> {
    return this.streams.transaction(async (tx) => {
      const meeting = await this.lockToRun(tx, actor, params.id);
      const participant = await readParticipant(tx, meeting.id, params.participantId);
      if (!participant || participant.state === 'left') throw new ApiError('not_found');
      return toParticipant(participant.state === 'waiting' ? await this.admit(tx, meeting, participant) : participant);
    });
  }

  /** In order of their coming. @throws ApiError meeting_full when some have to wait on; the others are in */
  async all(actor: Actor, { params }: RouteInput<'admitAll'>): Promise<void> {
    const full = await this.streams.transaction(async (tx) => {
      const meeting = await this.lockToRun(tx, actor, params.id);
      const present = await readPresent(tx, meeting.id);
      const waiting = present.filter(({ state }) => state === 'waiting');
      const room = Math.max(0, this.config.meetingMaxParticipants - (present.length - waiting.length));
      for (const participant of waiting.slice(0, room)) await this.admit(tx, meeting, participant);
      return waiting.length > room;
    });
    if (full) throw new ApiError('meeting_full');
  }

  private async lockToRun(tx: StreamTransaction, actor: Actor, meetingId: string): Promise<MeetingRow> {
    const { meeting, place } = await lockAndSee(tx, actor, meetingId);
    if (!can(actor, 'meeting.run', place)) throw new ApiError('forbidden');
    requireRunning(meeting);
    return meeting;
  }

  private async admit(tx: StreamTransaction, meeting: MeetingRow, participant: ParticipantRow): Promise<ParticipantRow> {
    await requireRoom(tx, meeting.id, this.config.meetingMaxParticipants);
    const joined = await this.arrivals.letIn(tx, meeting, participant);
    await tellAdmission(tx, [joined], 'joined');
    return joined;
  }
}
