import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import { seeDocument } from './document-access.ts';
import { type DocumentRow, shown, toDocumentName } from './document-row.ts';

type NameRow = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'icon'>;

/** One document, and the names of others, as far as the person may see them. */
@Injectable()
export class ReadDocument {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError not_found */
  async one(actor: Actor, { params }: RouteInput<'getDocument'>): Promise<RouteOutput<'getDocument'>> {
    const seen = await seeDocument(this.database, actor, params.id);
    const path = await this.database.query<NameRow[]>(
      `WITH RECURSIVE up AS (
         SELECT id, parent_id, 0 AS distance FROM document WHERE id = $1
         UNION ALL SELECT p.id, p.parent_id, up.distance + 1 FROM document p JOIN up ON p.id = up.parent_id
       )
       SELECT d.id, d.kind, d.title, d.icon FROM up JOIN document d ON d.id = up.id
       WHERE up.distance > 0 AND ${rankOf('$2::uuid')} > 0 ORDER BY up.distance DESC`,
      [params.id, actor.userId],
    );
    return { ...shown(seen), path: path.map(toDocumentName) };
  }

  /** By title. @throws ApiError not_found */
  async backlinks(actor: Actor, { params }: RouteInput<'listBacklinks'>): Promise<RouteOutput<'listBacklinks'>> {
    await seeDocument(this.database, actor, params.id);
    const rows = await this.database.query<NameRow[]>(
      `SELECT d.id, d.kind, d.title, d.icon FROM document_link l JOIN document d ON d.id = l.from_id
       WHERE l.to_id = $1 AND d.id <> $1 AND d.trashed_at IS NULL AND ${rankOf('$2::uuid')} > 0 ORDER BY lower(d.title), d.id`,
      [params.id, actor.userId],
    );
    return { documents: rows.map(toDocumentName) };
  }

  /** Those that are not there, or not for these eyes, are missing. */
  async names(actor: Actor, { body }: RouteInput<'lookUpDocuments'>): Promise<RouteOutput<'lookUpDocuments'>> {
    const rows = await this.database.query<NameRow[]>(
      `SELECT d.id, d.kind, d.title, d.icon FROM document d WHERE d.id = ANY($1) AND d.trashed_at IS NULL AND ${rankOf('$2::uuid')} > 0`,
      [body.ids, actor.userId],
    );
    return { documents: rows.map(toDocumentName) };
  }

  /** @throws ApiError not_found */
  async setFavourite(actor: Actor, { params, body }: RouteInput<'setDocumentFavourite'>): Promise<void> {
    await seeDocument(this.database, actor, params.id);
    await this.database.query(
      body.favourite
        ? 'INSERT INTO document_favourite (user_id, document_id, at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING'
        : 'DELETE FROM document_favourite WHERE user_id = $1 AND document_id = $2',
      [actor.userId, params.id],
    );
  }
}
