import { Injectable } from '@nestjs/common';
import { type DocumentAccess, type DocumentRole, LIMITS, type RouteInput, type RouteOutput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 } from 'uuid';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { MANAGED } from '../../platform/people/document-rank.ts';
import { visibleAmong } from '../../platform/people/visible-people.ts';
import { Streams } from '../../platform/streams/streams.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { refreshAccessPaths } from './access-paths.ts';
import { type DocumentSeen, lockAndSee, refuseChange, rolesIn, seeDocument } from './document-access.ts';
import { TellDocument } from './tell-document.ts';

type Whom = { userId: string; groupId: null } | { userId: null; groupId: string };

/** With whom a document is shared, besides the people of its home. */
@Injectable()
export class ShareDocument {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** @throws ApiError not_found */
  async read(actor: Actor, { params }: RouteInput<'getDocumentAccess'>): Promise<DocumentAccess> {
    await seeDocument(this.database, actor, params.id);
    return readAccess(this.database, params.id);
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  async readers(actor: Actor, { params, body }: RouteInput<'lookUpDocumentReaders'>): Promise<RouteOutput<'lookUpDocumentReaders'>> {
    const seen = await seeDocument(this.database, actor, params.id);
    if (!can(actor, 'document.comment', seen.place)) refuseChange(seen);
    const visible = await visibleAmong(this.database, actor, body.userIds);
    return { userIds: [...(await rolesIn(this.database, params.id, visible)).keys()] };
  }

  /** Who takes a document of a conversation out of its rights keeps it: they manage it from then on. @throws ApiError not_found, forbidden, document_trashed */
  update(actor: Actor, { params, body }: RouteInput<'updateDocumentAccess'>): Promise<DocumentAccess> {
    return this.streams.transaction(async (tx) => {
      const seen = await this.lock(tx, actor, params.id);
      const { inheritsAccess = seen.row.inheritsAccess, linkAccess = seen.row.linkAccess, published = seen.row.published } = body;
      if (published && !seen.row.published && !can(actor, 'document.publish', seen.place)) refuseChange(seen);
      await tx.query('UPDATE document SET inherits_access = $2, link_access = $3, published = $4 WHERE id = $1', [params.id, inheritsAccess, linkAccess, published]);
      if (inheritsAccess !== seen.row.inheritsAccess) {
        if (!inheritsAccess && seen.row.ownerId !== actor.userId) await writeGrant(tx, params.id, { userId: actor.userId, groupId: null }, 'manager', actor);
        await refreshAccessPaths(tx, params.id);
      }
      await this.tell.rights(tx, seen.row);
      return readAccess(tx, params.id);
    });
  }

  /** @throws ApiError not_found (also for a person who isn't there), forbidden, too_many, last_owner, document_trashed */
  grantToUser(actor: Actor, { params, body }: RouteInput<'grantDocumentToUser'>): Promise<DocumentAccess> {
    return this.streams.transaction(async (tx) => {
      const seen = await this.lock(tx, actor, params.id, params.userId);
      const [person] = await tx.query<{ guest: boolean }>(`SELECT role = 'guest' AS guest FROM app_user WHERE id = $1 AND deactivated_at IS NULL`, [params.userId]);
      if (!person) throw new ApiError('not_found');
      await this.grant(tx, actor, seen, { userId: params.userId, groupId: null }, body.role, [params.userId]);
      return readAccess(tx, params.id);
    });
  }

  /** @throws ApiError not_found, forbidden, too_many, last_owner, document_trashed */
  grantToGroup(actor: Actor, { params, body }: RouteInput<'grantDocumentToGroup'>): Promise<DocumentAccess> {
    return this.streams.transaction(async (tx) => {
      const members = await membersOf(tx, params.groupId);
      const seen = await this.lock(tx, actor, params.id, ...members);
      const [group] = await tx.query('SELECT 1 FROM user_group WHERE id = $1', [params.groupId]);
      if (!group || actor.role === 'guest') throw new ApiError('not_found');
      await this.grant(tx, actor, seen, { userId: null, groupId: params.groupId }, body.role, members);
      return readAccess(tx, params.id);
    });
  }

  /** By its managers, or one's own: leaving it. @throws ApiError not_found, forbidden, last_owner */
  revokeFromUser(actor: Actor, { params }: RouteInput<'revokeDocumentFromUser'>): Promise<DocumentAccess> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id, streamId('user', params.userId));
      if (params.userId !== actor.userId && !can(actor, 'document.manage', seen.place)) refuseChange(seen);
      return this.revoke(tx, seen, { userId: params.userId, groupId: null }, [params.userId]);
    });
  }

  /** @throws ApiError not_found, forbidden, last_owner */
  revokeFromGroup(actor: Actor, { params }: RouteInput<'revokeDocumentFromGroup'>): Promise<DocumentAccess> {
    return this.streams.transaction(async (tx) => {
      const members = await membersOf(tx, params.groupId);
      return this.revoke(tx, await this.lock(tx, actor, params.id, ...members), { userId: null, groupId: params.groupId }, members);
    });
  }

  private async lock(tx: StreamTransaction, actor: Actor, documentId: string, ...userIds: string[]): Promise<DocumentSeen> {
    const seen = await lockAndSee(tx, actor, documentId, ...userIds.map((userId) => streamId('user', userId)));
    if (!can(actor, 'document.manage', seen.place)) refuseChange(seen);
    return seen;
  }

  private async grant(tx: StreamTransaction, actor: Actor, { row }: DocumentSeen, whom: Whom, role: DocumentRole, told: readonly string[]): Promise<void> {
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>('SELECT count(*) FROM document_grant WHERE document_id = $1', [row.id]);
    if (count >= LIMITS.documentGrants) throw new ApiError('too_many', `at most ${LIMITS.documentGrants} people and groups`);
    await writeGrant(tx, row.id, whom, role, actor);
    await requireManager(tx, row.id);
    await this.tell.people(tx, told, row.id);
    await this.tell.rights(tx, row);
  }

  private async revoke(tx: StreamTransaction, { row }: DocumentSeen, { userId, groupId }: Whom, told: readonly string[]): Promise<DocumentAccess> {
    await tx.query('DELETE FROM document_grant WHERE document_id = $1 AND user_id IS NOT DISTINCT FROM $2 AND group_id IS NOT DISTINCT FROM $3', [row.id, userId, groupId]);
    await requireManager(tx, row.id);
    await this.tell.people(tx, told, row.id);
    await this.tell.rights(tx, row);
    return readAccess(tx, row.id);
  }
}

async function membersOf(query: Query, groupId: string): Promise<string[]> {
  const rows = await query.query<{ userId: string }>(
    'SELECT m.user_id AS "userId" FROM user_group_member m JOIN app_user person ON person.id = m.user_id WHERE m.group_id = $1 AND person.deactivated_at IS NULL', [groupId],
  );
  return rows.map(({ userId }) => userId);
}

/** @throws ApiError last_owner when nobody manages it any more, by its home or by what was given */
async function requireManager(query: Query, documentId: string): Promise<void> {
  const [row] = await query.query(
    `SELECT 1 FROM document d WHERE d.id = $1 AND (d.owner_id IS NOT NULL OR d.inherits_home OR ${MANAGED})`,
    [documentId],
  );
  if (!row) throw new ApiError('last_owner', 'somebody has to manage it');
}

export async function writeGrant(query: Query, documentId: string, { userId, groupId }: Whom, role: DocumentRole, actor: Actor): Promise<void> {
  await query.query(
    `INSERT INTO document_grant (id, document_id, user_id, group_id, role, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT ON CONSTRAINT ${userId === null ? 'document_grant_group' : 'document_grant_user'} DO UPDATE SET role = excluded.role`,
    [v7(), documentId, userId, groupId, role, actor.userId],
  );
}

async function readAccess(query: Query, documentId: string): Promise<DocumentAccess> {
  const [row] = await query.query<Omit<DocumentAccess, 'grants' | 'publicPath'>>(
    'SELECT inherits_access AS "inheritsAccess", link_access AS "linkAccess", published FROM document WHERE id = $1', [documentId],
  );
  if (!row) throw new ApiError('not_found');
  const grants = await query.query<DocumentAccess['grants'][number]>(
    `SELECT g.user_id AS "userId", g.group_id AS "groupId", g.role, nullif(g.document_id, d.id) AS "inheritedFrom"
     FROM document d JOIN document_grant g ON g.document_id = ANY(d.access_path) WHERE d.id = $1
     ORDER BY array_position(d.access_path, g.document_id), g.granted_at, g.id`,
    [documentId],
  );
  return { ...row, publicPath: row.published ? `/published/${documentId}` : null, grants };
}
