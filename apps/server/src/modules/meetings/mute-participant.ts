import { Injectable } from '@nestjs/common';
import type { MediaSource, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readParticipant, readPresent } from './participant-row.ts';

/** A host stops what others send: at the media host at once, and, where only hosts unmute, for good. */
@Injectable()
export class MuteParticipant {
  constructor(
    private readonly streams: Streams,
    private readonly media: MediaHosts,
  ) {}

  /** @throws ApiError not_found, forbidden, meeting_ended, meetings_unavailable */
  async run(actor: Actor, { params, body }: RouteInput<'muteParticipant'>): Promise<void> {
    const { meeting, targets } = await this.streams.transaction(async (tx) => {
      const { meeting: seen, place } = await lockAndSee(tx, actor, params.id);
      const target = await readParticipant(tx, seen.id, params.participantId);
      const self = target?.userId === actor.userId;
      if (!can(actor, 'meeting.mute', { ...place, targetRole: target?.role ?? 'attendee', self })) throw new ApiError('forbidden');
      requireRunning(seen);
      if (target?.state !== 'joined') throw new ApiError('not_found');
      await remember(tx, seen, [target], body.sources);
      return { meeting: seen, targets: [target] };
    });
    await this.stop(meeting, targets, body.sources);
  }

  /** Everybody but hosts. @throws ApiError as `run` */
  async all(actor: Actor, { params }: RouteInput<'muteAll'>): Promise<void> {
    const sources: MediaSource[] = ['microphone'];
    const { meeting, targets } = await this.streams.transaction(async (tx) => {
      const { meeting: seen, place } = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'meeting.run', place)) throw new ApiError('forbidden');
      requireRunning(seen);
      const attendees = (await readPresent(tx, seen.id)).filter(({ state, role }) => state === 'joined' && role === 'attendee');
      await remember(tx, seen, attendees, sources);
      return { meeting: seen, targets: attendees };
    });
    await this.stop(meeting, targets, sources);
  }

  private async stop({ id: roomId, sfuUrl, epoch }: MeetingRow, targets: readonly ParticipantRow[], sources: MediaSource[]): Promise<void> {
    // Nobody's media is anywhere yet.
    if (sfuUrl === null) return;
    await Promise.all(targets.map(async ({ id: peerId }) => {
      try {
        await this.media.call(sfuUrl, 'muteSources', { roomId, epoch, peerId, sources });
      } catch (error) {
        // Somebody who sends nothing yet.
        if (!(error instanceof MediaHostError && error.hostCode === 'not_found')) throw error;
      }
    }));
  }
}

async function remember(tx: StreamTransaction, { allowUnmute }: MeetingRow, targets: readonly ParticipantRow[], sources: readonly MediaSource[]): Promise<void> {
  if (allowUnmute === 'everyone') return;
  await tx.query(
    `UPDATE meeting_participant SET muted_sources = ARRAY(SELECT DISTINCT unnest(muted_sources || $2::text[])) WHERE id = ANY($1)`,
    [targets.filter(({ role }) => role === 'attendee').map(({ id }) => id), sources],
  );
}
