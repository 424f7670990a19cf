import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.ts';
import { MediaHostsModule } from '../media-hosts/index.ts';
import { MeetingsModule } from '../meetings/index.ts';
import { MessagesModule } from '../messages/index.ts';
import { CollectRecording } from './collect-recording.ts';
import { ComposeRecording } from './compose-recording.ts';
import { EndOfRecording } from './end-of-recording.ts';
import { PostRecording } from './post-recording.ts';
import { ReadMeetingService } from './read-meeting-service.ts';
import { RecordingFailures } from './recording-failures.ts';
import { RecordingPrograms } from './recording-programs.ts';
import { RecordingsController } from './recordings.controller.ts';
import { StartRecording } from './start-recording.ts';
import { StopRecording } from './stop-recording.ts';

@Module({
  imports: [FilesModule, MediaHostsModule, MeetingsModule, MessagesModule],
  controllers: [RecordingsController],
  providers: [ReadMeetingService, StartRecording, StopRecording, EndOfRecording, CollectRecording, ComposeRecording, PostRecording, RecordingFailures, RecordingPrograms],
})
export class RecordingsModule {}
