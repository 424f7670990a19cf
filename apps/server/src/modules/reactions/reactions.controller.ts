import { Controller } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { AddReaction } from './add-reaction.ts';
import { ListFrequentEmoji } from './list-frequent-emoji.ts';
import { RemoveReaction } from './remove-reaction.ts';

@Controller()
export class ReactionsController {
  constructor(
    private readonly addReaction: AddReaction,
    private readonly removeReaction: RemoveReaction,
    private readonly listFrequentEmoji: ListFrequentEmoji,
  ) {}

  @Route('addReaction')
  add(@CurrentActor() actor: Actor, @Input() input: RouteInput<'addReaction'>): Promise<Message> {
    return this.addReaction.run(actor, input);
  }

  @Route('removeReaction')
  remove(@CurrentActor() actor: Actor, @Input() input: RouteInput<'removeReaction'>): Promise<Message> {
    return this.removeReaction.run(actor, input);
  }

  @Route('listFrequentEmoji')
  async frequent(@CurrentActor() actor: Actor): Promise<RouteOutput<'listFrequentEmoji'>> {
    return { emoji: await this.listFrequentEmoji.run(actor.userId) };
  }
}
