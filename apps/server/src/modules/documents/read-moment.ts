import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StoredState } from './document-log.repository.ts';

/**
 * What makes a document what it was after the update of a seq (0: before the first): the last
 * snapshot until then, and what was written after it until then. In a transaction that sees one moment.
 * @throws ApiError not_found for a moment that has not been; document_moment_gone for one that is kept no more
 */
export async function readMoment(query: Query, documentId: string, seq: number): Promise<StoredState> {
  const [log] = await query.query<{ head: number }>('SELECT head FROM document_log WHERE document_id = $1', [documentId]);
  if (!log || seq > log.head) throw new ApiError('not_found', 'nothing was written at that moment yet');
  const [base] = await query.query<{ seq: number; bytes: Buffer }>(
    'SELECT seq, bytes FROM document_snapshot WHERE document_id = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1', [documentId, seq],
  );
  const from = base?.seq ?? 0;
  const rows = await query.query<{ bytes: Buffer }>('SELECT bytes FROM document_update WHERE document_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq', [documentId, from, seq]);
  if (rows.length !== seq - from) throw new ApiError('document_moment_gone', 'what was written that long ago is not kept any more');
  return { head: seq, updates: [...(base ? [base.bytes] : []), ...rows.map(({ bytes }) => bytes)] };
}
