import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.ts';
import { MediaHosts } from '../media-hosts/index.ts';
import { composeVideo } from './compose-video.ts';
import { fetchTracks } from './fetch-tracks.ts';
import { PostRecording } from './post-recording.ts';
import { RecordingFailures } from './recording-failures.ts';
import { RecordingPrograms } from './recording-programs.ts';
import { readPeople, readRecording, type RecordingRow } from './recording.repository.ts';

/** Makes the video of a recording and posts it. What a process that died left is made anew; the media host keeps the tracks until the video is safe. */
@Injectable()
export class ComposeRecording implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly media: MediaHosts,
    private readonly programs: RecordingPrograms,
    private readonly post: PostRecording,
    private readonly failures: RecordingFailures,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('recordings.compose', (job, run) => this.run(job, run));
  }

  private async run({ recordingId }: JobPayload<'recordings.compose'>, { signal }: JobRun): Promise<void> {
    const recording = await readRecording(this.database, recordingId);
    if (!recording?.manifest) return;
    if (recording.messageId === null) {
      try {
        await this.compose(recording, signal);
      } catch (error) {
        // The process stops: another one, or the next, does it.
        if (!signal.aborted) await this.failures.keep(recordingId, error instanceof Error ? error.message : String(error));
        throw error;
      }
    }
    this.media.tellHost(recording.sfuUrl, 'forgetRecording', { recordingId });
  }

  private async compose(recording: RecordingRow, signal: AbortSignal): Promise<void> {
    const { manifest, id } = recording;
    if (!manifest) return;
    const folder = path.join(this.config.dataDirectory, 'recordings', id);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const people = await readPeople(this.database, recording.meetingId);
      await fetchTracks(manifest, folder, (file) => this.media.recordedTrack(recording.sfuUrl, id, file, signal));
      await this.post.run(recording, await composeVideo(this.programs, folder, manifest, people, signal));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
