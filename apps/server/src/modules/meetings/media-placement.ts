import { Injectable } from '@nestjs/common';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type MediaHost, MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { lockMeeting, requireRunning } from './meeting-access.ts';
import { tellMeeting } from './meeting-events.ts';
import { MeetingMoments } from './meeting-moments.ts';
import type { MeetingRow } from './meeting-row.ts';

export interface MediaPlace {
  host: MediaHost;
  epoch: number;
}

const placeOf = ({ sfuUrl, sfuInstance, epoch }: MeetingRow): MediaPlace | null =>
  sfuUrl === null || sfuInstance === null ? null : { host: { url: sfuUrl, instance: sfuInstance }, epoch };

/** Where a meeting's media is: written down once for all processes, and moved by raising the epoch. */
@Injectable()
export class MediaPlacement {
  constructor(
    private readonly streams: Streams,
    private readonly media: MediaHosts,
    private readonly moments: MeetingMoments,
  ) {}

  /**
   * The place of this meeting's media: that of before while it is there, else a new one.
   * @throws MediaHostError when no media host takes it now; ApiError meeting_ended
   */
  async of(meeting: MeetingRow): Promise<MediaPlace> {
    const place = placeOf(meeting);
    if (place && this.media.isFit(place.host)) return place;
    if (place && this.media.isThere(place.host)) return this.away(meeting, place);
    if (place && this.media.mayComeBack(place.host)) throw new MediaHostError('unreachable', 'the media server of this meeting is away for a moment');
    return this.move(meeting.id, meeting.epoch, { first: place === null });
  }

  /**
   * Somewhere else than in this epoch; another process may have done so already. Told to those in it.
   * `first`: it had no place yet, and two who come at the same moment must get the same one.
   */
  move(meetingId: string, epoch: number, { first = false } = {}): Promise<MediaPlace> {
    return this.streams.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting) throw new ApiError('not_found');
      requireRunning(meeting);
      const place = placeOf(meeting);
      if (place && (first || meeting.epoch > epoch)) return place;
      const host = this.media.choose();
      return { host, epoch: await this.write(tx, meeting, host) };
    });
  }

  /** What it had at this run in this epoch is gone. While no host takes it, it has no place: attaching finds the next one. */
  lost(meetingId: string, epoch: number, { instance }: Pick<MediaHost, 'instance'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (meeting?.epoch !== epoch || meeting.endedAt !== null || placeOf(meeting)?.host.instance !== instance) return;
      await this.write(tx, meeting, this.chosen());
    });
  }

  private async write(tx: StreamTransaction, meeting: MeetingRow, host: MediaHost | null): Promise<number> {
    const moves = placeOf(meeting) !== null;
    const epoch = moves ? meeting.epoch + 1 : meeting.epoch;
    await tx.query('UPDATE meeting SET sfu_url = $2, sfu_instance = $3, epoch = $4 WHERE id = $1', [meeting.id, host?.url ?? null, host?.instance ?? null, epoch]);
    if (moves) {
      await this.moments.moving(tx, meeting.id);
      await tellMeeting(tx, meeting.id);
    }
    return epoch;
  }

  private chosen(): MediaHost | null {
    try {
      return this.media.choose();
    } catch (error) {
      if (error instanceof MediaHostError) return null;
      throw error;
    }
  }

  /** Its host is about to stop: to another one where there is one. */
  private async away(meeting: MeetingRow, place: MediaPlace): Promise<MediaPlace> {
    try {
      return await this.move(meeting.id, meeting.epoch);
    } catch (error) {
      if (error instanceof MediaHostError) return place;
      throw error;
    }
  }
}
