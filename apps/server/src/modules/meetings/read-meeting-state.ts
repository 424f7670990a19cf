import { Injectable } from '@nestjs/common';
import type { RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { seeMeeting } from './meeting-access.ts';
import { meetingStream } from './meeting-events.ts';
import { toMeeting } from './meeting-row.ts';
import { readPresent, toParticipant } from './participant-row.ts';

@Injectable()
export class ReadMeetingState {
  constructor(private readonly database: DataSource) {}

  /** All of it at one moment, the head of its stream too. @throws ApiError not_found, not_in_meeting, also for who waits */
  run(actor: Actor, meetingId: string): Promise<RouteOutput<'getMeetingState'>> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const { meeting, place } = await seeMeeting(manager, actor, meetingId);
      if (!place.present || !can(actor, 'meeting.join', place)) throw new ApiError('not_in_meeting');
      const [stream] = await manager.query<{ head: number }[]>('SELECT head FROM stream WHERE id = $1', [meetingStream(meetingId)]);
      return { head: stream?.head ?? 0, meeting: toMeeting(meeting), participants: (await readPresent(manager, meetingId)).map(toParticipant) };
    });
  }
}
