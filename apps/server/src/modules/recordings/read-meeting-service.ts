import { Injectable } from '@nestjs/common';
import type { RouteOutput } from '@parvis/contracts';
import { MediaHosts } from '../media-hosts/index.ts';
import { RecordingPrograms } from './recording-programs.ts';

type MeetingService = RouteOutput<'getMeetingService'>;

/** What can be done in meetings now. */
@Injectable()
export class ReadMeetingService {
  constructor(
    private readonly media: MediaHosts,
    private readonly programs: RecordingPrograms,
  ) {}

  async run(): Promise<MeetingService> {
    return { ...this.media.service, recording: await this.recording() };
  }

  private async recording(): Promise<MeetingService['recording']> {
    if (this.media.service.state !== 'ready') return 'no_media_server';
    if (!this.media.allRecord) return 'no_recorder';
    return (await this.programs.areHere()) ? 'ready' : 'no_composer';
  }
}
