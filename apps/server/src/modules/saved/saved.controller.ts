import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput, SavedItem } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CreateSaved } from './create-saved.ts';
import { DeleteSaved } from './delete-saved.ts';
import { ListSaved } from './list-saved.ts';
import { UpdateSaved } from './update-saved.ts';

@Controller()
export class SavedController {
  constructor(
    private readonly listSaved: ListSaved,
    private readonly createSaved: CreateSaved,
    private readonly updateSaved: UpdateSaved,
    private readonly deleteSaved: DeleteSaved,
  ) {}

  @Route('listSaved')
  list(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listSaved'>): Promise<RouteOutput<'listSaved'>> {
    return this.listSaved.run(actor, input);
  }

  @Route('createSaved')
  create(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createSaved'>): Promise<SavedItem> {
    return this.createSaved.run(actor, input);
  }

  @Route('updateSaved')
  update(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateSaved'>): Promise<SavedItem> {
    return this.updateSaved.run(actor, input);
  }

  @Route('deleteSaved')
  delete(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteSaved'>): Promise<void> {
    return this.deleteSaved.run(actor, input);
  }
}
