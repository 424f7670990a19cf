import { Controller } from '@nestjs/common';
import type { Recording, RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { StartRecording } from './start-recording.ts';
import { StopRecording } from './stop-recording.ts';

@Controller()
export class RecordingsController {
  constructor(
    private readonly startRecording: StartRecording,
    private readonly stopRecording: StopRecording,
  ) {}

  @Route('startRecording')
  start(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'startRecording'>): Promise<Recording> {
    return this.startRecording.run(actor, params.id);
  }

  @Route('stopRecording')
  stop(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'stopRecording'>): Promise<void> {
    return this.stopRecording.run(actor, params.id);
  }
}
