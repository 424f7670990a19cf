import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { seeDocument } from './document-access.ts';

/** SQL: nobody wrote for so long: what comes then is another stretch. Nor does one go on into another hour. */
const PAUSE = "interval '5 minutes'";
/** Updates that are looked at for one page, so that a long log costs no more. */
const LOOKED_AT = 20_000;

interface Row {
  seq: number;
  fromSeq: number;
  startedAt: Date;
  endedAt: Date;
  authorIds: string[];
  name: string | null;
}

/** What was written in a document, as stretches of writing; a moment that has a name ends one. */
@Injectable()
export class ListHistory {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError not_found, invalid_cursor */
  async run(actor: Actor, { params, query }: RouteInput<'listDocumentHistory'>): Promise<RouteOutput<'listDocumentHistory'>> {
    const before = query.cursor === undefined ? null : seqOf(query.cursor);
    await seeDocument(this.database, actor, params.id);
    const rows = await this.database.query<Row[]>(
      `WITH looked AS (
         SELECT u.seq, u.at, u.author_id FROM document_update u WHERE u.document_id = $1 AND ($2::bigint IS NULL OR u.seq < $2) ORDER BY u.seq DESC LIMIT ${LOOKED_AT}
       ), cut AS (
         SELECT l.*, v.name, (
           v.seq IS NOT NULL OR lead(l.at) OVER w IS NULL OR lead(l.at) OVER w - l.at > ${PAUSE} OR date_trunc('hour', lead(l.at) OVER w) <> date_trunc('hour', l.at)
         )::int AS ends
         FROM looked l LEFT JOIN document_version v ON v.document_id = $1 AND v.seq = l.seq WINDOW w AS (ORDER BY l.seq)
       ), counted AS (SELECT *, sum(ends) OVER (ORDER BY seq DESC) AS stretch FROM cut)
       SELECT max(seq) AS seq, min(seq) AS "fromSeq", min(at) AS "startedAt", max(at) AS "endedAt", array_agg(DISTINCT author_id) AS "authorIds", max(name) AS name
       FROM counted GROUP BY stretch ORDER BY stretch LIMIT $3`,
      [params.id, before, query.limit + 1],
    );
    // The oldest may go on beyond what was looked at: it comes whole on the next page.
    const cutOff = (rows[0]?.seq ?? 0) - (rows.at(-1)?.fromSeq ?? 0) + 1 >= LOOKED_AT;
    const whole = rows.slice(0, Math.max(1, cutOff ? Math.min(query.limit, rows.length - 1) : query.limit));
    const last = whole.at(-1);
    return {
      entries: whole.map(({ startedAt, endedAt, ...entry }) => ({ ...entry, startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() })),
      next: last && (rows.length > whole.length || cutOff) ? encodeCursor([last.fromSeq]) : null,
    };
  }
}

function seqOf(cursor: string): number {
  const [seq] = decodeCursor(cursor, 1);
  if (typeof seq !== 'number' || seq < 0) throw new ApiError('invalid_cursor');
  return seq;
}
