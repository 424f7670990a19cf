import { Controller } from '@nestjs/common';
import type { RouteInput, User } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ClearStatus } from './clear-status.ts';
import { SetDoNotDisturb } from './set-do-not-disturb.ts';
import { SetStatus } from './set-status.ts';

@Controller()
export class StatusController {
  constructor(
    private readonly setStatus: SetStatus,
    private readonly clearStatus: ClearStatus,
    private readonly setDoNotDisturb: SetDoNotDisturb,
  ) {}

  @Route('setStatus')
  set(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'setStatus'>): Promise<User> {
    return this.setStatus.run(actor.userId, body);
  }

  @Route('clearStatus')
  clear(@CurrentActor() actor: Actor): Promise<User> {
    return this.clearStatus.run(actor.userId);
  }

  @Route('setDoNotDisturb')
  rest(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'setDoNotDisturb'>): Promise<User> {
    return this.setDoNotDisturb.run(actor.userId, body.until);
  }
}
