import { Injectable } from '@nestjs/common';
import { type DocumentVersion, LIMITS, type RouteInput, type RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 } from 'uuid';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type DocumentSeen, lockAndSee, refuseChange, seeDocument } from './document-access.ts';
import { TellDocument } from './tell-document.ts';

interface Row {
  id: string;
  seq: number;
  name: string;
  createdBy: string | null;
  createdAt: Date;
  at: Date;
}

const VERSIONS = `SELECT v.id, v.seq, v.name, v.created_by AS "createdBy", v.created_at AS "createdAt", coalesce(u.at, v.created_at) AS at
  FROM document_version v LEFT JOIN document_update u ON u.document_id = v.document_id AND u.seq = v.seq WHERE v.document_id = $1`;

/** Names of moments of a document: at most one for each. What is so already changes nothing. */
@Injectable()
export class NameMoment {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** The last moment first. @throws ApiError not_found */
  async list(actor: Actor, { params }: RouteInput<'listDocumentVersions'>): Promise<RouteOutput<'listDocumentVersions'>> {
    await seeDocument(this.database, actor, params.id);
    const rows = await this.database.query<Row[]>(`${VERSIONS} ORDER BY v.seq DESC`, [params.id]);
    return { versions: rows.map(shown) };
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived, document_moment_gone, name_taken, too_many */
  create(actor: Actor, { params, body }: RouteInput<'createDocumentVersion'>): Promise<DocumentVersion> {
    return this.change(actor, params.id, async (tx) => {
      const [before] = await tx.query<Row>(`${VERSIONS} AND v.seq = $2`, [params.id, body.seq]);
      if (before && before.name !== body.name) throw new ApiError('name_taken', 'that moment has another name');
      if (before) return { result: shown(before), changed: false };
      await requireMoment(tx, params.id, body.seq);
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM document_version WHERE document_id = $1', [params.id]);
      if (count >= LIMITS.documentVersions) throw new ApiError('too_many', `at most ${LIMITS.documentVersions} names`);
      const id = v7();
      await tx.query('INSERT INTO document_version (id, document_id, seq, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [id, params.id, body.seq, body.name, actor.userId, tx.at]);
      return { result: await this.one(tx, params.id, id), changed: true };
    });
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  rename(actor: Actor, { params, body }: RouteInput<'renameDocumentVersion'>): Promise<DocumentVersion> {
    return this.change(actor, params.id, async (tx) => {
      const before = await this.one(tx, params.id, params.versionId);
      if (before.name === body.name) return { result: before, changed: false };
      await tx.query('UPDATE document_version SET name = $2 WHERE id = $1', [params.versionId, body.name]);
      return { result: { ...before, name: body.name }, changed: true };
    });
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  delete(actor: Actor, { params }: RouteInput<'deleteDocumentVersion'>): Promise<void> {
    return this.change(actor, params.id, async (tx) => {
      await this.one(tx, params.id, params.versionId);
      await tx.query('DELETE FROM document_version WHERE id = $1', [params.versionId]);
      return { result: undefined, changed: true };
    });
  }

  private change<T>(actor: Actor, documentId: string, work: (tx: StreamTransaction, seen: DocumentSeen) => Promise<{ result: T; changed: boolean }>): Promise<T> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, documentId);
      if (!can(actor, 'document.edit', seen.place)) refuseChange(seen);
      const { result, changed } = await work(tx, seen);
      if (changed) await this.tell.changed(tx, seen.row, 'versions');
      return result;
    });
  }

  private async one(query: Query, documentId: string, id: string): Promise<DocumentVersion> {
    const [row] = await query.query<Row>(`${VERSIONS} AND v.id = $2`, [documentId, id]);
    if (!row) throw new ApiError('not_found');
    return shown(row);
  }
}

const shown = ({ createdAt, at, ...row }: Row): DocumentVersion => ({ ...row, createdAt: createdAt.toISOString(), at: at.toISOString() });

/** @throws ApiError not_found, document_moment_gone */
async function requireMoment(query: Query, documentId: string, seq: number): Promise<void> {
  const [log] = await query.query<{ head: number; kept: boolean }>(
    'SELECT l.head, EXISTS (SELECT FROM document_update u WHERE u.document_id = l.document_id AND u.seq = $2) AS kept FROM document_log l WHERE l.document_id = $1', [documentId, seq],
  );
  if (!log || seq < 1 || seq > log.head) throw new ApiError('not_found', 'nothing was written at that moment');
  if (!log.kept) throw new ApiError('document_moment_gone');
}
