import { Controller } from '@nestjs/common';
import type { Recording, RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ReadMeetingService } from './read-meeting-service.ts';
import { StartRecording } from './start-recording.ts';
import { StopRecording } from './stop-recording.ts';

@Controller()
export class RecordingsController {
  constructor(
    private readonly service: ReadMeetingService,
    private readonly startRecording: StartRecording,
    private readonly stopRecording: StopRecording,
  ) {}

  @Route('getMeetingService')
  getMeetingService(): Promise<RouteOutput<'getMeetingService'>> {
    return this.service.run();
  }

  @Route('startRecording')
  start(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'startRecording'>): Promise<Recording> {
    return this.startRecording.run(actor, params.id);
  }

  @Route('stopRecording')
  stop(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'stopRecording'>): Promise<void> {
    return this.stopRecording.run(actor, params.id);
  }
}
