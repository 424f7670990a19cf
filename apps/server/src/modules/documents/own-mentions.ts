import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type RouteOutput, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { encodeCursor } from '../../platform/http/cursor.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type DocumentRow, toDocumentName } from './document-row.ts';
import { placeOf } from './moment-cursor.ts';

type Row = Pick<DocumentRow, 'id' | 'kind' | 'title' | 'icon'> & {
  key: string;
  byUserId: string | null;
  at: Date;
  millis: number;
  excerpt: string;
  seenAt: Date | null;
};

/** SQL: mentions `m` of the person $1 by others, in documents `d` that they may see now. */
const MINE = `document_mention m JOIN document d ON d.id = m.document_id
  WHERE m.user_id = $1 AND m.mentioned_by IS DISTINCT FROM $1 AND d.trashed_at IS NULL AND ${rankOf('$1::uuid')} > 0`;

/** Where somebody was mentioned by others. */
@Injectable()
export class OwnMentions {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
  ) {}

  /** @throws ApiError invalid_cursor */
  async list(actor: Actor, { query }: RouteInput<'listDocumentMentions'>): Promise<RouteOutput<'listDocumentMentions'>> {
    const before = query.cursor === undefined ? null : placeOf(query.cursor);
    const rows = await this.database.query<Row[]>(
      `SELECT d.id, d.kind, d.title, d.icon, m.key, m.mentioned_by AS "byUserId", m.at, m.excerpt, m.seen_at AS "seenAt",
         floor(extract(epoch FROM m.at) * 1000)::bigint AS millis
       FROM ${MINE} AND ($2::bigint IS NULL OR (date_trunc('milliseconds', m.at), m.key) < (timestamptz 'epoch' + $2::bigint * interval '1 millisecond', $3::uuid))
       ORDER BY date_trunc('milliseconds', m.at) DESC, m.key DESC LIMIT $4`,
      [actor.userId, before?.at ?? null, before?.id ?? null, query.limit + 1],
    );
    const [{ unseen } = { unseen: 0 }] = await this.database.query<{ unseen: number }[]>(
      `SELECT count(*)::int AS unseen FROM (SELECT FROM ${MINE} AND m.seen_at IS NULL LIMIT ${LIMITS.unreadCap}) AS counted`, [actor.userId],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      mentions: page.map((row) => ({
        document: toDocumentName(row), key: row.key, byUserId: row.byUserId, at: row.at.toISOString(), excerpt: row.excerpt, seenAt: row.seenAt?.toISOString() ?? null,
      })),
      unseen,
      next: rows.length > query.limit && last ? encodeCursor([last.millis, last.key]) : null,
    };
  }

  /** Seen again changes nothing. My other windows hear of it as of a change of those documents. */
  see(actor: Actor, { body }: RouteInput<'seeDocumentMentions'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      const seen = await tx.query<{ documentId: string }>(
        `WITH seen AS (
           UPDATE document_mention SET seen_at = $2 WHERE user_id = $1 AND seen_at IS NULL AND ($3::uuid IS NULL OR document_id = $3) RETURNING document_id
         ) SELECT DISTINCT document_id AS "documentId" FROM seen`,
        [actor.userId, tx.at, body.documentId ?? null],
      );
      await tx.appendAll('document.changed', seen.map(({ documentId }) => ({ stream: own, payload: { documentId } })));
    });
  }
}
