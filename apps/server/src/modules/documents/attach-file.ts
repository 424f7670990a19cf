import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { Files } from '../files/index.ts';
import { refuseChange, seeDocument } from './document-access.ts';

/** Whoever reads a document reads the files that stand in it. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
  ) {}

  /** @throws ApiError not_found for a document or a file that the actor may not see; forbidden, document_trashed, channel_archived */
  async run(actor: Actor, { params }: RouteInput<'attachFileToDocument'>): Promise<void> {
    const seen = await seeDocument(this.database, actor, params.id);
    if (!can(actor, 'document.edit', seen.place)) refuseChange(seen);
    await this.files.see(actor, params.fileId);
    await this.database.query(
      'INSERT INTO document_file (document_id, file_id, attached_by, at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING', [params.id, params.fileId, actor.userId],
    );
  }
}
