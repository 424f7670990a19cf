import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { lockAndSee } from './meeting-access.ts';
import { tellCalls } from './meeting-events.ts';
import { isUnanswered } from './ringing.ts';

@Injectable()
export class DeclineCall {
  constructor(
    private readonly streams: Streams,
    private readonly end: EndOfMeeting,
  ) {}

  /** Once everybody who was called declined, it is over; what was answered or missed stays so. @throws ApiError not_found when nobody called */
  run(actor: Actor, { params }: RouteInput<'declineCall'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting } = await lockAndSee(tx, actor, params.id, [actor.userId]);
      const [call] = await tx.query<{ state: string }>('SELECT state FROM meeting_call WHERE meeting_id = $1 AND user_id = $2', [meeting.id, actor.userId]);
      if (!call) throw new ApiError('not_found');
      if (call.state !== 'ringing') return;
      await tx.query(`UPDATE meeting_call SET state = 'declined' WHERE meeting_id = $1 AND user_id = $2`, [meeting.id, actor.userId]);
      await tellCalls(tx, meeting.id, [actor.userId]);
      if (meeting.endedAt === null && (await isUnanswered(tx, meeting))) await this.end.inTransaction(tx, meeting);
    });
  }
}
