import { Injectable } from '@nestjs/common';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** What documents are found by: their titles, and their texts as they were read last. */
@Injectable()
export class DocumentText {
  /** SQL: whether each of the words of `parameter` (text, parted by spaces) stands in the title or the text of `document d`, whatever their case. No words: it does. */
  has(parameter: string): string {
    return `NOT EXISTS (
      SELECT FROM regexp_split_to_table(lower(btrim(${parameter}::text)), '\\s+') AS word
      WHERE strpos(lower(d.title), word) = 0
        AND NOT EXISTS (SELECT FROM document_text t WHERE t.document_id = d.id AND strpos(lower(t.text), word) > 0))`;
  }

  /** As it was read last; empty, of seq 0, until it was. */
  async read(query: Query, documentId: string): Promise<{ seq: number; head: number; text: string }> {
    const [row] = await query.query<{ seq: number; head: number; text: string }>(
      `SELECT coalesce(t.seq, 0) AS seq, l.head AS head, coalesce(t.text, '') AS text
       FROM document_log l LEFT JOIN document_text t USING (document_id) WHERE l.document_id = $1`,
      [documentId],
    );
    if (!row) throw new ApiError('not_found');
    return row;
  }

  /** Of the document after the update of that seq; false when it is known as it was later, or just then. */
  async keep(query: Query, documentId: string, seq: number, text: string): Promise<boolean> {
    const rows = await query.query(
      `INSERT INTO document_text (document_id, seq, text) VALUES ($1, $2, $3)
       ON CONFLICT (document_id) DO UPDATE SET seq = excluded.seq, text = excluded.text WHERE document_text.seq < excluded.seq RETURNING 1`,
      // PostgreSQL stores no NUL, which a hostile update may hold.
      [documentId, seq, text.replaceAll('\0', '')],
    );
    return rows.length > 0;
  }
}
