import { Injectable } from '@nestjs/common';
import type { RouteInput, SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { refreshAccessPaths } from './access-paths.ts';
import { lockAndSee, refuseChange, seeDocument } from './document-access.ts';
import { shown } from './document-row.ts';
import { positionIn } from './document-place.ts';
import { TellDocument } from './tell-document.ts';

/** SQL: ids of document $1 and of all below it. */
export const TREE = `WITH RECURSIVE tree AS (SELECT id FROM document WHERE id = $1 UNION ALL SELECT child.id FROM document child JOIN tree ON child.parent_id = tree.id)`;

/** Into the trash and out of it. What is in it keeps its place and its rights. */
@Injectable()
export class TrashDocument {
  constructor(
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** What below it was in the trash before stays there by itself. @throws ApiError not_found, forbidden, channel_archived */
  trash(actor: Actor, { params }: RouteInput<'trashDocument'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'document.trash', seen.place)) throw new ApiError(seen.place.archived ? 'channel_archived' : 'forbidden');
      if (seen.place.trashed) return;
      // Whoever may remove it need not be allowed to remove what others keep to themselves below it.
      await tx.query(
        `${TREE} UPDATE document SET trashed_at = $2, trashed_by = $3, trashed_with = $1 FROM tree WHERE document.id = tree.id AND document.trashed_at IS NULL`,
        [params.id, tx.at, actor.userId],
      );
      await this.tell.rights(tx, seen.row);
    });
  }

  /** @throws ApiError not_found, forbidden; document_trashed while what it was removed with is in the trash */
  restore(actor: Actor, { params }: RouteInput<'restoreDocument'>): Promise<SeenDocument> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      if (!seen.place.trashed) return shown(seen);
      if (!can(actor, 'document.restore', seen.place)) refuseRestore(seen.place.archived);
      const [{ trashedWith, parentTrashed } = { trashedWith: params.id, parentTrashed: false }] = await tx.query<{ trashedWith: string; parentTrashed: boolean }>(
        `SELECT d.trashed_with AS "trashedWith", p.trashed_at IS NOT NULL AS "parentTrashed" FROM document d LEFT JOIN document p ON p.id = d.parent_id WHERE d.id = $1`, [params.id],
      );
      // Out of a tree that stays in the trash, it goes to the top of its home.
      if (parentTrashed) await this.toTop(tx, seen.row);
      await tx.query(
        `${TREE} UPDATE document SET trashed_at = NULL, trashed_by = NULL, trashed_with = NULL FROM tree WHERE document.id = tree.id AND document.trashed_with = $2`,
        [params.id, trashedWith],
      );
      await this.tell.rights(tx, seen.row);
      return shown(await seeDocument(tx, actor, params.id));
    });
  }

  private async toTop(tx: StreamTransaction, { id, channelId, ownerId }: { id: string; channelId: string | null; ownerId: string | null }): Promise<void> {
    const position = await positionIn(tx, { channelId, ownerId, parentId: null }, undefined, id);
    await tx.query('UPDATE document SET parent_id = NULL, position = $2 WHERE id = $1', [id, position]);
    await refreshAccessPaths(tx, id);
  }

  /** With its log, comments and versions; its files when nothing else shows them. @throws ApiError not_found, forbidden; conflict for one that is not in the trash */
  purge(actor: Actor, { params }: RouteInput<'purgeDocument'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      if (!seen.place.trashed) throw new ApiError('conflict', 'only what is in the trash can be removed for good');
      if (!can(actor, 'document.purge', seen.place)) refuseChange({ ...seen, place: { ...seen.place, trashed: false } });
      await purgeTree(tx, params.id);
      await this.tell.home(tx, seen.row.channelId === null ? `user:${seen.row.ownerId ?? ''}` : `channel:${seen.row.channelId}`, params.id);
    });
  }
}

/** Deletes a document and all below it. Its home is locked. */
export async function purgeTree(tx: StreamTransaction, documentId: string): Promise<void> {
  await tx.query(`${TREE} DELETE FROM document USING tree WHERE document.id = tree.id`, [documentId]);
}

function refuseRestore(archived: boolean): never {
  throw new ApiError(archived ? 'channel_archived' : 'forbidden');
}
