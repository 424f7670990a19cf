import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { lockAndSee } from './meeting-access.ts';

@Injectable()
export class EndMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly end: EndOfMeeting,
  ) {}

  /** @throws ApiError not_found, forbidden */
  run(actor: Actor, { params }: RouteInput<'endMeeting'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'meeting.run', place)) throw new ApiError('forbidden');
      if (meeting.endedAt === null) await this.end.inTransaction(tx, meeting);
    });
  }
}
