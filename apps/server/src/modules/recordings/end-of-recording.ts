import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SfuEvent } from '@parvis/sfu-protocol';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Log } from '../../platform/log/log.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { MediaHosts } from '../media-hosts/index.ts';
import { lockMeeting, MeetingMoments, tellMeeting } from '../meetings/index.ts';
import { readRunning, writeState } from './recording.repository.ts';

/** A recording ends when a host of the meeting says so, with the meeting, or when it breaks off: what there is becomes a video either way. */
@Injectable()
export class EndOfRecording implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly media: MediaHosts,
    private readonly moments: MeetingMoments,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.moments.beforeEnd(async (tx, meetingId) => void (await this.inTransaction(tx, meetingId)));
    this.moments.beforeMove(async (tx, meetingId) => void (await this.inTransaction(tx, meetingId, "the meeting's media moved to another place")));
    this.media.listen({ event: (_host, event) => this.follow(event) });
  }

  /**
   * Answers whether one was being made; to be told by whoever locked the meeting. `failure`: it broke
   * off, and those in the meeting see that.
   */
  async inTransaction(tx: StreamTransaction, meetingId: string, failure: string | null = null): Promise<boolean> {
    const running = await readRunning(tx, meetingId);
    if (!running) return false;
    await writeState(tx, running.id, failure === null ? 'composing' : 'failed', { failure, endedAt: tx.at });
    await this.jobs.add(tx, 'recordings.collect', { recordingId: running.id });
    return true;
  }

  private follow(event: SfuEvent): void {
    if (event.type !== 'recording_failed') return;
    this.brokeOff(event.roomId, event.recordingId, event.reason).catch((error: unknown) => {
      this.log.error({ err: error, recordingId: event.recordingId }, 'a broken recording could not be ended');
    });
  }

  /** Every server hears of it; the first ends it. */
  private brokeOff(meetingId: string, recordingId: string, reason: string): Promise<void> {
    return this.streams.transaction(async (tx) => {
      if (!(await lockMeeting(tx, meetingId)) || (await readRunning(tx, meetingId))?.id !== recordingId) return;
      await this.inTransaction(tx, meetingId, reason);
      await tellMeeting(tx, meetingId);
    });
  }
}
