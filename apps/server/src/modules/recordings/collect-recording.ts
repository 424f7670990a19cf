import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { RecordingFailures } from './recording-failures.ts';
import { readRecording } from './recording.repository.ts';

/** Files of a large meeting are closed one by one. */
const PATIENCE_MS = 60_000;

/** Has the media host close a recording, and keeps what it consists of: quickly, whatever else is being composed. */
@Injectable()
export class CollectRecording implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly media: MediaHosts,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly failures: RecordingFailures,
  ) {}

  onModuleInit(): void {
    this.handlers.register('recordings.collect', (job, run) => this.run(job, run));
  }

  private async run({ recordingId }: JobPayload<'recordings.collect'>, { last }: JobRun): Promise<void> {
    const recording = await readRecording(this.database, recordingId);
    if (!recording || recording.manifest !== null) return;
    try {
      const manifest = await this.media.call(recording.sfuUrl, 'stopRecording', { roomId: recording.meetingId, recordingId }, PATIENCE_MS);
      await this.database.transaction(async (tx) => {
        await tx.query('UPDATE meeting_recording SET manifest = $2 WHERE id = $1', [recordingId, manifest]);
        await this.jobs.add(tx, 'recordings.compose', { recordingId });
      });
    } catch (error) {
      if (!(error instanceof MediaHostError)) throw error;
      const isGone = error.hostCode === 'not_found';
      if (isGone || last) await this.failures.keep(recordingId, isGone ? 'the media server has nothing of it' : 'the media server could not be reached');
      if (!isGone) throw error;
    }
  }
}
