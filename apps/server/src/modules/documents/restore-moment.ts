import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v5 } from 'uuid';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Log } from '../../platform/log/log.ts';
import { refuseChange, seeDocument } from './document-access.ts';
import { findUpdates, readState } from './document-log.repository.ts';
import { DocumentWorker } from './document-worker.ts';
import { KeepUpdates } from './keep-updates.ts';
import { readMoment } from './read-moment.ts';

type Restored = RouteOutput<'restoreDocumentState'>;

/**
 * Writes what a document was at a moment as a change of its own: nothing is taken out of the log, and
 * what others write meanwhile is merged with it as anything that is written at once.
 */
@Injectable()
export class RestoreMoment {
  constructor(
    private readonly database: DataSource,
    private readonly worker: DocumentWorker,
    private readonly updates: KeepUpdates,
    private readonly log: Log,
  ) {}

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived, document_moment_gone, document_too_large, version_conflict, unavailable */
  async run(actor: Actor, { params, body }: RouteInput<'restoreDocumentState'>): Promise<Restored> {
    const seen = await seeDocument(this.database, actor, params.id);
    if (!can(actor, 'document.edit', seen.place)) refuseChange(seen);
    // Of this request alone: another moment is another change.
    const updateId = v5(`${params.seq}`, body.clientId);
    const read = await this.database.transaction('REPEATABLE READ', async (manager) => {
      // In one view with the rest: where the same request is kept already, the document of now is what it made.
      const kept = await keptAs(manager, actor, params.id, updateId);
      if (kept) return kept;
      const [log] = await manager.query<{ schemaVersion: number }[]>('SELECT schema_version AS "schemaVersion" FROM document_log WHERE document_id = $1', [params.id]);
      return { now: await readState(manager, params.id), then: await readMoment(manager, params.id, params.seq), schemaVersion: log?.schemaVersion ?? 1 };
    });
    if ('seq' in read) return read;
    const { now, then, schemaVersion } = read;
    if (body.head !== undefined && body.head !== now.head) throw new ApiError('version_conflict', 'somebody wrote in it since');
    const bytes = await this.worker.restore(now.updates, then.updates).catch((error: unknown) => {
      this.log.error({ err: error, documentId: params.id }, 'a document could not be read to be restored');
      throw new ApiError('unavailable', 'the document could not be read');
    });
    if (bytes === null) return { seq: now.head, before: now.head };
    try {
      const seq = await this.updates.pushWhole(params.id, { userId: actor.userId, updateId, schemaVersion, bytes });
      return { seq, before: seq - 1 };
    } catch (error) {
      // The same request came twice at once: the other one was kept.
      const kept = error instanceof ApiError && error.code === 'client_id_reused' ? await keptAs(this.database, actor, params.id, updateId) : null;
      if (kept) return kept;
      throw error;
    }
  }
}

async function keptAs(query: Query, actor: Actor, documentId: string, updateId: string): Promise<Restored | null> {
  const [kept] = await findUpdates(query, documentId, [{ updateId, authorId: actor.userId }]);
  return kept ? { seq: kept.seq, before: kept.seq - 1 } : null;
}
