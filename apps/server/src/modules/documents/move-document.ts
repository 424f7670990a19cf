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
import { writeGrant } from './share-document.ts';
import { TellDocument } from './tell-document.ts';
import { TREE } from './trash-document.ts';

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
        if (row.ownerId !== null && row.ownerId !== home.ownerId) await keepOwner(tx, actor, params.id, row.ownerId);
        await refreshAccessPaths(tx, params.id);
        if (homeStream(row) !== stream) await this.tell.home(tx, homeStream(row), params.id);
        await this.tell.rights(tx, { id: params.id, ...home });
      } else await this.tell.changed(tx, row, 'document');
      return shown(await seeDocument(tx, actor, params.id));
    });
  }
}

/** Nobody loses what was their own to somebody else's hand, and what has rights of its own doesn't lose its manager. */
async function keepOwner(tx: StreamTransaction, actor: Actor, documentId: string, ownerId: string): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `${TREE} SELECT document.id FROM document JOIN tree ON tree.id = document.id WHERE NOT document.inherits_access OR (document.id = $1 AND $2)`, [documentId, ownerId !== actor.userId],
  );
  for (const { id } of rows) await writeGrant(tx, id, { userId: ownerId, groupId: null }, 'manager', actor);
}

async function isBelow(tx: StreamTransaction, documentId: string, aboveId: string): Promise<boolean> {
  const rows = await tx.query(
    `WITH RECURSIVE up AS (SELECT id, parent_id FROM document WHERE id = $1 UNION ALL SELECT p.id, p.parent_id FROM document p JOIN up ON p.id = up.parent_id)
     SELECT 1 FROM up WHERE id = $2`,
    [documentId, aboveId],
  );
  return rows.length > 0;
}
