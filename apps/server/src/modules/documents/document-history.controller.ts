import { Controller, Res } from '@nestjs/common';
import type { DocumentVersion, RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { seeDocument } from './document-access.ts';
import { ListHistory } from './list-history.ts';
import { NameMoment } from './name-moment.ts';
import { readMoment } from './read-moment.ts';
import { RestoreMoment } from './restore-moment.ts';
import { sendUpdates } from './send-updates.ts';

/** What documents were. */
@Controller()
export class DocumentHistoryController {
  constructor(
    private readonly database: DataSource,
    private readonly history: ListHistory,
    private readonly names: NameMoment,
    private readonly restore: RestoreMoment,
  ) {}

  @Route('listDocumentHistory')
  listDocumentHistory(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listDocumentHistory'>): Promise<RouteOutput<'listDocumentHistory'>> {
    return this.history.run(actor, input);
  }

  @Route('getDocumentStateAt')
  async getDocumentStateAt(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getDocumentStateAt'>, @Res() reply: FastifyReply): Promise<void> {
    await sendUpdates(reply, await this.database.transaction('REPEATABLE READ', async (manager) => {
      await seeDocument(manager, actor, params.id);
      return readMoment(manager, params.id, params.seq);
    }));
  }

  @Route('restoreDocumentState')
  restoreDocumentState(@CurrentActor() actor: Actor, @Input() input: RouteInput<'restoreDocumentState'>): Promise<RouteOutput<'restoreDocumentState'>> {
    return this.restore.run(actor, input);
  }

  @Route('listDocumentVersions')
  listDocumentVersions(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listDocumentVersions'>): Promise<RouteOutput<'listDocumentVersions'>> {
    return this.names.list(actor, input);
  }

  @Route('createDocumentVersion')
  createDocumentVersion(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createDocumentVersion'>): Promise<DocumentVersion> {
    return this.names.create(actor, input);
  }

  @Route('renameDocumentVersion')
  renameDocumentVersion(@CurrentActor() actor: Actor, @Input() input: RouteInput<'renameDocumentVersion'>): Promise<DocumentVersion> {
    return this.names.rename(actor, input);
  }

  @Route('deleteDocumentVersion')
  deleteDocumentVersion(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteDocumentVersion'>): Promise<void> {
    return this.names.delete(actor, input);
  }
}
