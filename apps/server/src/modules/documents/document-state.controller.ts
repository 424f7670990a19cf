import { Controller, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { AttachFile } from './attach-file.ts';
import { seeDocument } from './document-access.ts';
import { readState } from './document-log.repository.ts';
import { DocumentText } from './document-text.ts';
import { KeepUpdates } from './keep-updates.ts';
import { sendUpdates } from './send-updates.ts';

/** What is written in a document. */
@Controller()
export class DocumentStateController {
  constructor(
    private readonly database: DataSource,
    private readonly updates: KeepUpdates,
    private readonly attach: AttachFile,
    private readonly text: DocumentText,
  ) {}

  @Route('getDocumentState')
  async getDocumentState(@CurrentActor() actor: Actor, @Input() { params, query }: RouteInput<'getDocumentState'>, @Res() reply: FastifyReply): Promise<void> {
    await seeDocument(this.database, actor, params.id);
    const [state] = await Promise.all([
      readState(this.database, params.id, query.since),
      this.database.query(
        'INSERT INTO document_visit (user_id, document_id, at) VALUES ($1, $2, now()) ON CONFLICT (user_id, document_id) DO UPDATE SET at = now()', [actor.userId, params.id],
      ),
    ]);
    await sendUpdates(reply, state);
  }

  @Route('getDocumentText')
  async getDocumentText(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getDocumentText'>): Promise<RouteOutput<'getDocumentText'>> {
    await seeDocument(this.database, actor, params.id);
    return this.text.read(this.database, params.id);
  }

  @Route('pushDocumentUpdate')
  async pushDocumentUpdate(@CurrentActor() actor: Actor, @Input() { params, query, body }: RouteInput<'pushDocumentUpdate'>): Promise<RouteOutput<'pushDocumentUpdate'>> {
    return { seq: await this.updates.push(params.id, { userId: actor.userId, updateId: query.updateId, schemaVersion: query.schemaVersion, bytes: body.bytes }) };
  }

  @Route('attachFileToDocument')
  attachFileToDocument(@CurrentActor() actor: Actor, @Input() input: RouteInput<'attachFileToDocument'>): Promise<void> {
    return this.attach.run(actor, input);
  }
}
