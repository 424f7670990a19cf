import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import { ApiError } from '../../platform/http/api-error.ts';
import { readState, type StoredState } from './document-log.repository.ts';
import { type DocumentRow, toDocumentName } from './document-row.ts';
import { DocumentWorker } from './document-worker.ts';

type PublishedRow = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'icon' | 'updatedAt'>;

/** A document as everybody in the world reads it, once it is published: it alone, without what stands below it. */
@Injectable()
export class ReadPublished {
  constructor(
    private readonly database: DataSource,
    private readonly worker: DocumentWorker,
  ) {}

  /** @throws ApiError not_found */
  async one({ params }: RouteInput<'getPublishedDocument'>): Promise<RouteOutput<'getPublishedDocument'>> {
    const row = await this.find(params.id);
    return { ...toDocumentName(row), updatedAt: row.updatedAt.toISOString() };
  }

  /** The log holds what was deleted too, and that is not published: it is loaded, and what is left of it goes out. @throws ApiError not_found */
  async state({ params }: RouteInput<'getPublishedDocumentState'>): Promise<StoredState> {
    await this.find(params.id);
    const { head, updates } = await readState(this.database, params.id);
    return { head, updates: updates.length === 0 ? [] : [Buffer.from((await this.worker.digest(updates)).bytes)] };
  }

  private async find(documentId: string): Promise<PublishedRow> {
    const [row] = await this.database.query<PublishedRow[]>(
      'SELECT id, kind, title, icon, updated_at AS "updatedAt" FROM document WHERE id = $1 AND published AND trashed_at IS NULL', [documentId],
    );
    if (!row) throw new ApiError('not_found');
    return row;
  }
}
