import { Injectable } from '@nestjs/common';
import type { RouteInput, SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { ChannelAccess } from '../channels/index.ts';
import { heightOf, refreshAccessPaths } from './access-paths.ts';
import { homeStream, lockAndSee, refuseChange, seeDocument } from './document-access.ts';
import { positionIn, requirePlace, streamOfPlace } from './document-place.ts';
import { shown } from './document-row.ts';
import { TellDocument } from './tell-document.ts';

@Injectable()
export class MoveDocument {
  constructor(
    private readonly streams: Streams,
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
    private readonly tell: TellDocument,
  ) {}

  /**
   * Beside its siblings by who may write in it; anywhere else by who manages it, since its rights change.
   * @throws ApiError not_found, forbidden, channel_archived, document_trashed, document_cycle, document_too_deep, conflict
   */
  async run(actor: Actor, { params, body }: RouteInput<'moveDocument'>): Promise<SeenDocument> {
    const stream = await streamOfPlace(this.database, actor, body);
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id, stream);
      const { row, place } = seen;
      const home = await requirePlace(tx, this.access, actor, body, await heightOf(tx, params.id));
      if (homeStream(home) !== stream) throw new ApiError('conflict', 'the place was moved at this moment');
      const stays = home.parentId === row.parentId && homeStream(home) === homeStream(row);
      if (!can(actor, stays ? 'document.edit' : 'document.manage', place)) refuseChange(seen);
      if (home.parentId !== null && (await isBelow(tx, home.parentId, params.id))) throw new ApiError('document_cycle', 'a document cannot stand below itself');
      const position = await positionIn(tx, home, body.afterId, params.id);
      await tx.query('UPDATE document SET parent_id = $2, channel_id = $3, owner_id = $4, position = $5 WHERE id = $1', [params.id, home.parentId, home.channelId, home.ownerId, position]);
      if (!stays) {
        await refreshAccessPaths(tx, params.id);
        if (homeStream(row) !== stream) await this.tell.home(tx, homeStream(row), params.id);
        await this.tell.rights(tx, { id: params.id, ...home });
      } else await this.tell.changed(tx, row, 'document');
      return shown(await seeDocument(tx, actor, params.id));
    });
  }
}

async function isBelow(tx: StreamTransaction, documentId: string, aboveId: string): Promise<boolean> {
  const rows = await tx.query(
    `WITH RECURSIVE up AS (SELECT id, parent_id FROM document WHERE id = $1 UNION ALL SELECT p.id, p.parent_id FROM document p JOIN up ON p.id = up.parent_id)
     SELECT 1 FROM up WHERE id = $2`,
    [documentId, aboveId],
  );
  return rows.length > 0;
}
