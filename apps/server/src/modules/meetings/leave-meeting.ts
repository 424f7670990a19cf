import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Departures } from './departures.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { lockAndSee, lockMeeting } from './meeting-access.ts';
import { readParticipant } from './participant-row.ts';

@Injectable()
export class LeaveMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly departures: Departures,
    private readonly end: EndOfMeeting,
  ) {}

  /** With one of one's devices; who left already stays so. Who hangs up a call of two ends it. @throws ApiError not_found */
  run(actor: Actor, { params, body }: RouteInput<'leaveMeeting'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting } = await lockAndSee(tx, actor, params.id, [actor.userId]);
      const participant = await readParticipant(tx, meeting.id, body.participantId);
      if (participant?.userId !== actor.userId) throw new ApiError('not_found');
      if (participant.state === 'left') return;
      await this.departures.letGo(tx, meeting, [participant]);
      if (meeting.kind === 'call' && (await isHungUp(tx, meeting.id))) await this.end.inTransaction(tx, meeting);
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

/** One person is left in a direct call, and nobody else is being called into it. */
async function isHungUp(tx: StreamTransaction, meetingId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM meeting JOIN channel ON channel.id = meeting.channel_id
     WHERE meeting.id = $1 AND channel.kind = 'direct'
       AND (SELECT count(DISTINCT user_id) FROM meeting_participant WHERE meeting_id = $1 AND state = 'joined') = 1
       AND NOT EXISTS (SELECT 1 FROM meeting_call WHERE meeting_id = $1 AND state = 'ringing')`,
    [meetingId],
  );
  return rows.length > 0;
}
