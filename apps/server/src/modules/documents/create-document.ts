import { Injectable } from '@nestjs/common';
import { type RouteInput, type SeenDocument, streamId } from '@parvis/contracts';
import { v7 } from 'uuid';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess, creationKey, findCreated } from '../channels/index.ts';
import { refreshAccessPaths } from './access-paths.ts';
import { CopyContent } from './copy-content.ts';
import { homeStream, seeDocument } from './document-access.ts';
import { shown } from './document-row.ts';
import { positionIn, requirePlace, streamOfPlace } from './document-place.ts';
import { TellDocument } from './tell-document.ts';

@Injectable()
export class CreateDocument {
  constructor(
    private readonly streams: Streams,
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
    private readonly copy: CopyContent,
    private readonly tell: TellDocument,
  ) {}

  /** Last among those beside it. @throws ApiError forbidden, not_found, client_id_reused, channel_archived, document_trashed, document_too_deep */
  async run(actor: Actor, { body }: RouteInput<'createDocument'>): Promise<SeenDocument> {
    const key = creationKey(actor.userId, 'createDocument', body);
    const own = streamId('user', actor.userId);
    const stream = await streamOfPlace(this.database, actor, body);
    const begun = body.copyOf === undefined ? null : await this.copy.read(actor, body.copyOf);
    return this.streams.transaction(async (tx) => {
      await tx.lock(own, stream);
      const created = await findCreated(tx, 'document.changed', key);
      if (created) return shown(await seeDocument(tx, actor, created.documentId));
      const home = await requirePlace(tx, this.access, actor, body);
      if (homeStream(home) !== stream) throw new ApiError('conflict', 'the place was moved at this moment');
      const id = v7();
      const { title, icon = null, kind } = begun === null ? body : { title: body.title || begun.title, icon: body.icon ?? begun.icon ?? undefined, kind: begun.kind };
      await tx.query(
        `INSERT INTO document (id, kind, title, icon, channel_id, owner_id, parent_id, position, access_path, inherits_home, created_by, created_at, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', false, $9, $10, $10, $9)`,
        [id, kind, title, icon ?? null, home.channelId, home.ownerId, home.parentId, await positionIn(tx, home, undefined), actor.userId, tx.at],
      );
      await tx.query('INSERT INTO document_log (document_id) VALUES ($1)', [id]);
      await refreshAccessPaths(tx, id);
      if (begun) await this.copy.write(tx, actor, begun, id);
      await tx.append(own, 'document.changed', { documentId: id }, key);
      if (stream !== own) await this.tell.home(tx, stream, id);
      return shown(await seeDocument(tx, actor, id));
    });
  }
}
