import { Injectable } from '@nestjs/common';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockAndSee, tellMeeting } from '../meetings/index.ts';
import { EndOfRecording } from './end-of-recording.ts';

@Injectable()
export class StopRecording {
  constructor(
    private readonly streams: Streams,
    private readonly end: EndOfRecording,
  ) {}

  /** Again changes nothing. @throws ApiError not_found, forbidden */
  run(actor: Actor, meetingId: string): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { place } = await lockAndSee(tx, actor, meetingId);
      if (!can(actor, 'meeting.record', place)) throw new ApiError('forbidden');
      if (await this.end.inTransaction(tx, meetingId)) await tellMeeting(tx, meetingId);
    });
  }
}
