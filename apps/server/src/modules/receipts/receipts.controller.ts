import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ListReceipts } from './list-receipts.ts';

@Controller()
export class ReceiptsController {
  constructor(private readonly list: ListReceipts) {}

  @Route('listReceipts')
  listReceipts(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listReceipts'>): Promise<RouteOutput<'listReceipts'>> {
    return this.list.run(actor, input);
  }
}
