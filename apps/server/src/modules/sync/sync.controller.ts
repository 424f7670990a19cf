import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CatchUp } from './catch-up.ts';

@Controller()
export class SyncController {
  constructor(private readonly catchUp: CatchUp) {}

  @Route('sync')
  sync(@CurrentActor() actor: Actor, @Input() input: RouteInput<'sync'>): Promise<RouteOutput<'sync'>> {
    return this.catchUp.run(actor, input);
  }
}
