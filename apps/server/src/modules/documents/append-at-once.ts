import { type DocumentRole, LIMITS } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { DataSource } from 'typeorm';
import { type Prepared, runPrepared } from '../../platform/database/run-prepared.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import { roleOfRank } from './document-row.ts';

/** An update that may be kept as it is, if nothing speaks against it. */
export interface Plain {
  userId: string;
  updateId: string;
  schemaVersion: number;
  bytes: Uint8Array;
  /** The same; in an array, the driver would write bytes as hexadecimal digits. */
  base64: string;
  /** Yjs clients that it is from. */
  clients: readonly number[];
}

const mayWrite = (role: DocumentRole | null): boolean => role !== null && can({ role: 'member' }, 'document.edit', { role, trashed: false, archived: false });
/** From here on a rank lets its person write. */
const WRITER = [0, 1, 2, 3, 4].find((rank) => mayWrite(roleOfRank(rank)));

/**
 * Everything that could be said against an update, asked in the statement that keeps it: one way to
 * the database and one commit. Two processes that keep at once wait for each other at the log's row,
 * which is then looked at anew; what the second can't see of the first is an update under the same id:
 * that the index refuses. The client ids of Yjs are never given to somebody else.
 */
const STATEMENT: Prepared = {
  name: 'append-document-updates',
  text: `
    WITH pushed AS MATERIALIZED (
      SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY AS pushed (update_id, author_id, base64, place)
    ), log AS (
      UPDATE document_log l SET head = l.head + $5::int, size = l.size + $6::bigint
      FROM document d LEFT JOIN channel c ON c.id = d.channel_id
      WHERE l.document_id = $1::uuid AND d.id = $1 AND d.trashed_at IS NULL AND c.archived_at IS NULL
        AND l.schema_version = $7::int AND l.size + $6 <= ${LIMITS.documentBytes} AND clock_timestamp() < to_timestamp($11::float8 / 1000)
        AND NOT EXISTS (
          SELECT FROM unnest($8::uuid[]) AS writer (id) LEFT JOIN app_user person ON person.id = writer.id AND person.deactivated_at IS NULL
          WHERE person.id IS NULL OR ${rankOf('person.id')} < ${WRITER}
        )
        AND NOT EXISTS (
          SELECT FROM unnest($9::bigint[], $10::uuid[]) AS claim (client_id, user_id) LEFT JOIN document_client o ON o.document_id = $1 AND o.client_id = claim.client_id
          WHERE o.user_id IS DISTINCT FROM claim.user_id
        )
        AND NOT EXISTS (SELECT FROM pushed p JOIN document_update k ON k.document_id = $1 AND k.author_id = p.author_id AND k.update_id = p.update_id)
      RETURNING l.head
    ), added AS (
      INSERT INTO document_update (document_id, seq, update_id, author_id, at, bytes)
      SELECT $1, log.head - $5 + pushed.place, pushed.update_id, pushed.author_id, now(), decode(pushed.base64, 'base64') FROM log, pushed
    )
    SELECT head FROM log`,
};
const UNIQUE_VIOLATION = '23505';

/**
 * Keeps these updates, in this order, when all may be kept as they are: from people who may write, under
 * clients that are theirs already, unknown so far and not too much, and before `until` (milliseconds) by
 * the database's clock. Answers the seq of the last one, on disk; null, and nothing is kept, when they
 * have to be looked at one by one.
 */
export async function appendAtOnce(database: DataSource, documentId: string, updates: readonly Plain[], until: number): Promise<number | null> {
  const [{ schemaVersion } = { schemaVersion: 0 }] = updates;
  if (updates.some((each) => each.schemaVersion !== schemaVersion)) return null;
  if (new Set(updates.map(({ userId, updateId }) => `${userId} ${updateId}`)).size < updates.length) return null;
  const claims = updates.flatMap(({ clients, userId }) => clients.map((clientId) => ({ clientId, userId })));
  try {
    const [row] = await runPrepared<{ head: number }>(database, STATEMENT, [
      documentId, updates.map(({ updateId }) => updateId), updates.map(({ userId }) => userId), updates.map(({ base64 }) => base64),
      updates.length, updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0), schemaVersion,
      [...new Set(updates.map(({ userId }) => userId))], claims.map(({ clientId }) => clientId), claims.map(({ userId }) => userId), until,
    ]);
    return row?.head ?? null;
  } catch (error) {
    // Kept by another process while this one waited.
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return null;
    throw error;
  }
}
