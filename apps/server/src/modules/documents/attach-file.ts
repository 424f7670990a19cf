import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
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
    await this.files.see(actor, params.fileId);
    await this.database.transaction(async (manager) => {
      // Neither is removed until the commit.
      const [there] = await manager.query<unknown[]>(
        'SELECT 1 FROM document d JOIN file ON file.id = $2 WHERE d.id = $1 FOR KEY SHARE', [params.id, params.fileId],
      );
      if (!there) throw new ApiError('not_found');
      const seen = await seeDocument(manager, actor, params.id);
      if (!can(actor, 'document.edit', seen.place)) refuseChange(seen);
      await manager.query(
        'INSERT INTO document_file (document_id, file_id, attached_by, at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING', [params.id, params.fileId, actor.userId],
      );
    });
  }
}
