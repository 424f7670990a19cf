import { Controller } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { MarkUnread } from './mark-unread.ts';
import { MoveReadCursor } from './move-read-cursor.ts';

@Controller()
export class ReadCursorsController {
  constructor(
    private readonly move: MoveReadCursor,
    private readonly mark: MarkUnread,
  ) {}

  @Route('moveReadCursor')
  moveReadCursor(@CurrentActor() actor: Actor, @Input() input: RouteInput<'moveReadCursor'>): Promise<void> {
    return this.move.run(actor, input);
  }

  @Route('markUnread')
  markUnread(@CurrentActor() actor: Actor, @Input() input: RouteInput<'markUnread'>): Promise<void> {
    return this.mark.run(actor, input);
  }
}
