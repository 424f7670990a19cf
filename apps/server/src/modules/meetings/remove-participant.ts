import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Departures } from './departures.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { readParticipant, readPresent } from './participant-row.ts';

@Injectable()
export class RemoveParticipant {
  constructor(
    private readonly streams: Streams,
    private readonly departures: Departures,
  ) {}

  /** With all of their devices, for as long as the meeting runs; from the lobby they are refused. @throws ApiError not_found, forbidden, meeting_ended */
  run(actor: Actor, { params }: RouteInput<'removeParticipant'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      const target = await readParticipant(tx, meeting.id, params.participantId);
      const self = target?.userId === actor.userId;
      if (!can(actor, 'meeting.remove', { ...place, targetRole: target?.role ?? 'attendee', self })) throw new ApiError('forbidden');
      requireRunning(meeting);
      if (!target) throw new ApiError('not_found');
      await tx.query(
        `INSERT INTO meeting_standing (meeting_id, user_id, removed) VALUES ($1, $2, true)
         ON CONFLICT (meeting_id, user_id) DO UPDATE SET removed = true, cohost = false`,
        [meeting.id, target.userId],
      );
      const theirs = (await readPresent(tx, meeting.id)).filter(({ userId }) => userId === target.userId);
      const [waiting, joined] = [theirs.filter(({ state }) => state === 'waiting'), theirs.filter(({ state }) => state === 'joined')];
      if (waiting.length > 0) await this.departures.letGo(tx, meeting, waiting, 'refused');
      if (joined.length > 0) await this.departures.letGo(tx, meeting, joined, 'removed');
    });
  }
}
