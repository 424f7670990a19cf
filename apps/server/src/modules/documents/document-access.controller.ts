import { Controller } from '@nestjs/common';
import type { DocumentAccess, RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ShareDocument } from './share-document.ts';

/** With whom a document is shared. */
@Controller()
export class DocumentAccessController {
  constructor(private readonly share: ShareDocument) {}

  @Route('getDocumentAccess')
  getDocumentAccess(@CurrentActor() actor: Actor, @Input() input: RouteInput<'getDocumentAccess'>): Promise<DocumentAccess> {
    return this.share.read(actor, input);
  }

  @Route('lookUpDocumentReaders')
  lookUpDocumentReaders(@CurrentActor() actor: Actor, @Input() input: RouteInput<'lookUpDocumentReaders'>): Promise<RouteOutput<'lookUpDocumentReaders'>> {
    return this.share.readers(actor, input);
  }

  @Route('updateDocumentAccess')
  updateDocumentAccess(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateDocumentAccess'>): Promise<DocumentAccess> {
    return this.share.update(actor, input);
  }

  @Route('grantDocumentToUser')
  grantDocumentToUser(@CurrentActor() actor: Actor, @Input() input: RouteInput<'grantDocumentToUser'>): Promise<DocumentAccess> {
    return this.share.grantToUser(actor, input);
  }

  @Route('revokeDocumentFromUser')
  revokeDocumentFromUser(@CurrentActor() actor: Actor, @Input() input: RouteInput<'revokeDocumentFromUser'>): Promise<DocumentAccess> {
    return this.share.revokeFromUser(actor, input);
  }

  @Route('grantDocumentToGroup')
  grantDocumentToGroup(@CurrentActor() actor: Actor, @Input() input: RouteInput<'grantDocumentToGroup'>): Promise<DocumentAccess> {
    return this.share.grantToGroup(actor, input);
  }

  @Route('revokeDocumentFromGroup')
  revokeDocumentFromGroup(@CurrentActor() actor: Actor, @Input() input: RouteInput<'revokeDocumentFromGroup'>): Promise<DocumentAccess> {
    return this.share.revokeFromGroup(actor, input);
  }
}
