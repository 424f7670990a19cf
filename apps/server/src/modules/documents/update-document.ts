import { Injectable } from '@nestjs/common';
import type { RouteInput, SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockAndSee, refuseChange, seeDocument } from './document-access.ts';
import { shown } from './document-row.ts';
import { TellDocument } from './tell-document.ts';

@Injectable()
export class UpdateDocument {
  constructor(
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** Saying what is so already changes nothing. @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  run(actor: Actor, { params, body }: RouteInput<'updateDocument'>): Promise<SeenDocument> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      const { title = seen.row.title, icon = seen.row.icon, template = seen.row.template } = body;
      if (!can(actor, 'document.edit', seen.place) || (template !== seen.row.template && !can(actor, 'document.manage', seen.place))) refuseChange(seen);
      if (title === seen.row.title && icon === seen.row.icon && template === seen.row.template) return shown(seen);
      await tx.query('UPDATE document SET title = $2, icon = $3, template = $4, updated_at = $5, updated_by = $6 WHERE id = $1', [params.id, title, icon, template, tx.at, actor.userId]);
      await this.tell.changed(tx, seen.row, 'document');
      return shown(await seeDocument(tx, actor, params.id));
    });
  }
}
