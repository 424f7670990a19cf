import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { requireActivePeople } from '../channels/index.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { Ringing } from './ringing.ts';

@Injectable()
export class RingPeople {
  constructor(
    private readonly streams: Streams,
    private readonly ringing: Ringing,
  ) {}

  /** Whoever is called may come in. @throws ApiError not_found, forbidden, meeting_ended, not_in_meeting */
  run(actor: Actor, { params, body }: RouteInput<'ringPeople'>): Promise<void> {
    const userIds = [...new Set(body.userIds)];
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id, userIds);
      requireRunning(meeting);
      if (!can(actor, 'meeting.ring', { ...place, present: true })) throw new ApiError('forbidden');
      if (!place.present) throw new ApiError('not_in_meeting');
      await requireActivePeople(tx, userIds);
      await this.ringing.call(tx, meeting, actor.userId, userIds);
    });
  }
}
