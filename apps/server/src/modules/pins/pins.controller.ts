import { Controller } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ListPins } from './list-pins.ts';
import { PinMessage } from './pin-message.ts';

@Controller()
export class PinsController {
  constructor(
    private readonly pinMessage: PinMessage,
    private readonly listPins: ListPins,
  ) {}

  @Route('pinMessage')
  pin(@CurrentActor() actor: Actor, @Input() input: RouteInput<'pinMessage'>): Promise<Message> {
    return this.pinMessage.pin(actor, input);
  }

  @Route('unpinMessage')
  unpin(@CurrentActor() actor: Actor, @Input() input: RouteInput<'unpinMessage'>): Promise<Message> {
    return this.pinMessage.unpin(actor, input);
  }

  @Route('listPins')
  list(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listPins'>): Promise<RouteOutput<'listPins'>> {
    return this.listPins.run(actor, input);
  }
}
