import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@parvis/contracts';
import { v7 } from 'uuid';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { CompactDocument } from './compact-document.ts';
import { seeDocument } from './document-access.ts';
import { appendUpdates, readState } from './document-log.repository.ts';
import { DocumentWorker } from './document-worker.ts';

/** What a document held at a moment, to begin another one with. */
export interface Copied {
  fromId: string;
  kind: DocumentKind;
  title: string;
  icon: string | null;
  /** Null: nothing was written in it. */
  bytes: Uint8Array | null;
  schemaVersion: number;
}

/** Copies what is written in a document, and the right to its files; neither its history nor what was said about it. */
@Injectable()
export class CopyContent {
  constructor(
    private readonly database: DataSource,
    private readonly worker: DocumentWorker,
    private readonly compaction: CompactDocument,
  ) {}

  /** @throws ApiError not_found */
  async read(actor: Actor, documentId: string): Promise<Copied> {
    const { row } = await seeDocument(this.database, actor, documentId);
    const { updates } = await readState(this.database, documentId);
    const [log] = await this.database.query<{ schemaVersion: number }[]>('SELECT schema_version AS "schemaVersion" FROM document_log WHERE document_id = $1', [documentId]);
    const bytes = updates.length === 0 ? null : (await this.worker.digest(updates)).bytes;
    return { fromId: documentId, kind: row.kind, title: row.title, icon: row.icon, bytes, schemaVersion: log?.schemaVersion ?? 1 };
  }

  /** Into a document that was just made. */
  async write(query: Query, actor: Actor, { fromId, bytes, schemaVersion }: Copied, documentId: string): Promise<void> {
    if (bytes === null) return;
    await appendUpdates(query, documentId, [{ seq: 1, updateId: v7(), authorId: actor.userId, bytes }], schemaVersion);
    // It is found by its words too.
    await this.compaction.plan(query, documentId, actor.userId, bytes.byteLength);
    await query.query('INSERT INTO document_file (document_id, file_id, attached_by, at) SELECT $1, file_id, $3, now() FROM document_file WHERE document_id = $2', [documentId, fromId, actor.userId]);
  }
}
