import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { OwnMentions } from './own-mentions.ts';

/** Where I was mentioned in documents. */
@Controller()
export class DocumentMentionsController {
  constructor(private readonly mentions: OwnMentions) {}

  @Route('listDocumentMentions')
  listDocumentMentions(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listDocumentMentions'>): Promise<RouteOutput<'listDocumentMentions'>> {
    return this.mentions.list(actor, input);
  }

  @Route('seeDocumentMentions')
  seeDocumentMentions(@CurrentActor() actor: Actor, @Input() input: RouteInput<'seeDocumentMentions'>): Promise<void> {
    return this.mentions.see(actor, input);
  }
}
