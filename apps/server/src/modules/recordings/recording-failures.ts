import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Streams } from '../../platform/streams/streams.ts';
import { lockMeeting, tellMeeting } from '../meetings/index.ts';
import { readRecording, writeState } from './recording.repository.ts';

/** What went wrong with a recording, for those in the meeting and for its report. */
@Injectable()
export class RecordingFailures {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
  ) {}

  /** A video that is there all the same is not lost any more. */
  async keep(recordingId: string, failure: string): Promise<void> {
    const known = await readRecording(this.database, recordingId);
    if (!known) return;
    await this.streams.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, known.meetingId);
      const recording = await readRecording(tx, recordingId);
      if (!meeting || !recording || recording.state === 'ready') return;
      await writeState(tx, recordingId, 'failed', { failure, endedAt: tx.at });
      if (meeting.endedAt === null) await tellMeeting(tx, meeting.id);
    });
  }
}
