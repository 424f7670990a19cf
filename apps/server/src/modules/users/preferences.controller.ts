import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { UpdatePreferences } from './update-preferences.ts';

@Controller()
export class PreferencesController {
  constructor(private readonly updatePreferences: UpdatePreferences) {}

  @Route('updatePreferences')
  update(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'updatePreferences'>): Promise<RouteOutput<'updatePreferences'>> {
    return this.updatePreferences.run(actor, body);
  }
}
