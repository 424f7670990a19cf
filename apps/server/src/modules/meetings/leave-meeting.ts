import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Departures } from './departures.ts';
import { lockAndSee, lockMeeting } from './meeting-access.ts';
import { readParticipant } from './participant-row.ts';

@Injectable()
export class LeaveMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly departures: Departures,
  ) {}

  /** With one of one's devices; who left already stays so. @throws ApiError not_found */
  run(actor: Actor, { params, body }: RouteInput<'leaveMeeting'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting } = await lockAndSee(tx, actor, params.id, [actor.userId]);
      const participant = await readParticipant(tx, meeting.id, body.participantId);
      if (participant?.userId !== actor.userId) throw new ApiError('not_found');
      if (participant.state !== 'left') await this.departures.letGo(tx, meeting, [participant]);
    });
  }

  /** Somebody who is not there any more, when that still holds under the lock. */
  lost(meetingId: string, participantId: string, isStillLost: (participant: { seenAt: Date }) => boolean = () => true): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      const participant = meeting && (await readParticipant(tx, meetingId, participantId));
      if (!participant || participant.state === 'left' || !isStillLost(participant)) return;
      await this.departures.letGo(tx, meeting, [participant]);
    });
  }
}
