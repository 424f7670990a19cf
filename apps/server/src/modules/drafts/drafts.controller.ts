import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { SaveDraft } from './save-draft.ts';

@Controller()
export class DraftsController {
  constructor(private readonly saveDraft: SaveDraft) {}

  @Route('saveDraft')
  save(@CurrentActor() actor: Actor, @Input() input: RouteInput<'saveDraft'>): Promise<RouteOutput<'saveDraft'>> {
    return this.saveDraft.run(actor, input);
  }
}
