import type { Query } from '../../platform/database/query.ts';

/** A document's log as far as writing in it goes; its row is locked until the commit. */
export interface LogHead {
  head: number;
  size: number;
  snapshotSeq: number;
  schemaVersion: number;
  trashed: boolean;
  archived: boolean;
}

/** Null when there is no such document. */
export async function lockLog(query: Query, documentId: string): Promise<LogHead | null> {
  const [row] = await query.query<LogHead>(
    `SELECT l.head, l.size, l.snapshot_seq AS "snapshotSeq", l.schema_version AS "schemaVersion",
       d.trashed_at IS NOT NULL AS trashed, c.archived_at IS NOT NULL AS archived
     FROM document_log l JOIN document d ON d.id = l.document_id LEFT JOIN channel c ON c.id = d.channel_id
     WHERE l.document_id = $1 FOR NO KEY UPDATE OF l`,
    [documentId],
  );
  return row ?? null;
}

export interface NewUpdate {
  seq: number;
  updateId: string;
  authorId: string;
  bytes: Uint8Array;
}

export async function appendUpdates(query: Query, documentId: string, updates: readonly NewUpdate[], schemaVersion: number): Promise<void> {
  await query.query(
    `WITH added AS (
       INSERT INTO document_update (document_id, seq, update_id, author_id, at, bytes)
       SELECT $1, seq, update_id, author_id, now(), bytes
       FROM unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::bytea[]) AS added (seq, update_id, author_id, bytes)
     )
     UPDATE document_log SET head = $6, size = size + $7, schema_version = greatest(schema_version, $8) WHERE document_id = $1`,
    [
      documentId, updates.map(({ seq }) => seq), updates.map(({ updateId }) => updateId), updates.map(({ authorId }) => authorId),
      updates.map(({ bytes }) => Buffer.from(bytes)), updates.at(-1)?.seq, updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0), schemaVersion,
    ],
  );
}

export interface KnownUpdate {
  updateId: string;
  authorId: string;
  seq: number;
  bytes: Buffer;
}

/** Those of these that the log holds already. */
export function findUpdates(query: Query, documentId: string, wanted: readonly { updateId: string; authorId: string }[]): Promise<KnownUpdate[]> {
  return query.query<KnownUpdate>(
    `SELECT u.update_id AS "updateId", u.author_id AS "authorId", u.seq, u.bytes FROM document_update u
     JOIN unnest($2::uuid[], $3::uuid[]) AS wanted (update_id, author_id) ON u.update_id = wanted.update_id AND u.author_id = wanted.author_id
     WHERE u.document_id = $1`,
    [documentId, wanted.map(({ updateId }) => updateId), wanted.map(({ authorId }) => authorId)],
  );
}

export interface ClientClaim {
  clientId: number;
  userId: string;
}

/** Makes Yjs client ids these people's, where they are nobody's yet; answers those that are somebody else's. */
export async function claimClients(query: Query, documentId: string, claims: readonly ClientClaim[]): Promise<ClientClaim[]> {
  if (claims.length === 0) return [];
  const ownersOf = async (these: readonly ClientClaim[]): Promise<Map<number, string>> => {
    const rows = await query.query<ClientClaim>('SELECT client_id AS "clientId", user_id AS "userId" FROM document_client WHERE document_id = $1 AND client_id = ANY($2::bigint[])', [documentId, these.map(({ clientId }) => clientId)]);
    return new Map(rows.map(({ clientId, userId }) => [clientId, userId]));
  };
  let owners = await ownersOf(claims);
  const fresh = claims.filter(({ clientId }) => !owners.has(clientId));
  if (fresh.length > 0) {
    const values = [documentId, fresh.map(({ clientId }) => clientId), fresh.map(({ userId }) => userId)];
    await query.query('INSERT INTO document_client (document_id, client_id, user_id) SELECT $1, * FROM unnest($2::bigint[], $3::uuid[]) ON CONFLICT DO NOTHING', values);
    owners = await ownersOf(claims);
  }
  return claims.filter(({ clientId, userId }) => owners.get(clientId) !== userId);
}

export interface StoredState {
  /** Seq after all of these. */
  head: number;
  updates: Buffer[];
}

/**
 * What makes a document of seq `since` the one of now: the updates after it, or the last snapshot and
 * those after that when it is further back. Applying an update twice changes nothing. One statement,
 * which sees one moment: a newer snapshot takes the place of the last at any time.
 */
export async function readState(query: Query, documentId: string, since = 0): Promise<StoredState> {
  const rows = await query.query<{ head: number; bytes: Buffer | null }>(
    `SELECT l.head, part.bytes FROM document_log l LEFT JOIN LATERAL (
       SELECT s.seq, s.bytes FROM document_snapshot s WHERE s.document_id = l.document_id AND s.seq = l.snapshot_seq AND l.snapshot_seq > $2::bigint
       UNION ALL
       SELECT u.seq, u.bytes FROM document_update u WHERE u.document_id = l.document_id AND u.seq > greatest(l.snapshot_seq, $2::bigint)
     ) part ON true
     WHERE l.document_id = $1 ORDER BY part.seq`,
    [documentId, since],
  );
  return { head: rows[0]?.head ?? 0, updates: rows.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])) };
}
