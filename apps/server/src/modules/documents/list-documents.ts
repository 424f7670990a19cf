import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import { ChannelAccess } from '../channels/index.ts';
import { DocumentText } from './document-text.ts';
import { seenColumns, type SeenRow, toSeenDocument } from './document-row.ts';

type Place = RouteInput<'listDocuments'>['query']['place'];

/** SQL: which documents `d` a place holds for person $1; they are seen only with a right to them. */
const IN_PLACE: Record<Place, string> = {
  all: 'd.trashed_at IS NULL',
  channel: 'd.trashed_at IS NULL',
  personal: 'd.trashed_at IS NULL AND d.owner_id = $1',
  // Given here or above, to me or to a group of mine; not what I see anyway.
  shared: `d.trashed_at IS NULL AND d.owner_id IS DISTINCT FROM $1
    AND NOT (d.inherits_home AND EXISTS (SELECT FROM channel_member m WHERE m.channel_id = d.channel_id AND m.user_id = $1))
    AND d.created_by IS DISTINCT FROM $1
    AND EXISTS (SELECT FROM document_grant g WHERE g.document_id = ANY(d.access_path)
      AND (g.user_id = $1 OR g.group_id IN (SELECT gm.group_id FROM user_group_member gm WHERE gm.user_id = $1)))`,
  below: 'd.trashed_at IS NULL AND d.parent_id IS NOT NULL',
  favourites: 'd.trashed_at IS NULL AND EXISTS (SELECT FROM document_favourite f WHERE f.document_id = d.id AND f.user_id = $1)',
  recent: 'd.trashed_at IS NULL AND EXISTS (SELECT FROM document_visit v WHERE v.document_id = d.id AND v.user_id = $1)',
  templates: 'd.trashed_at IS NULL AND d.template',
  trash: 'd.trashed_with = d.id',
};

/** SQL: by what a place is ordered, as text. */
const ORDER: Record<Place, { by: string; descending?: true }> = {
  all: { by: 'lower(d.title)' },
  channel: { by: 'd.position' },
  personal: { by: 'd.position' },
  shared: { by: 'd.position' },
  below: { by: 'd.position' },
  favourites: { by: `(SELECT to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') FROM document_favourite f WHERE f.document_id = d.id AND f.user_id = $1)` },
  recent: { by: `(SELECT to_char(v.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') FROM document_visit v WHERE v.document_id = d.id AND v.user_id = $1)`, descending: true },
  templates: { by: 'lower(d.title)' },
  trash: { by: `to_char(d.trashed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`, descending: true },
};
/** The whole tree of a place is shown at once: its pages are large. */
const WHOLE: ReadonlySet<Place> = new Set<Place>(['channel', 'personal', 'shared', 'below']);

/** What may be looked at for one page: whatever the person may not see is passed over. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
    private readonly text: DocumentText,
  ) {}

  /** @throws ApiError invalid_cursor; not_found for a conversation that the person is not in; invalid_request without one */
  async run(actor: Actor, { query }: RouteInput<'listDocuments'>): Promise<RouteOutput<'listDocuments'>> {
    const { place, channelId, parentId, query: words = '', cursor } = query;
    if (place === 'channel' && channelId === undefined) throw new ApiError('invalid_request', 'name the conversation');
    if (place === 'below' && parentId === undefined) throw new ApiError('invalid_request', 'name the document above');
    if (channelId !== undefined) await this.access.requireMember(this.database, channelId, actor.userId);
    const limit = WHOLE.has(place) && words === '' ? LIMITS.documentsListed : query.limit;
    const { by, descending } = ORDER[place];
    const [after, afterId] = cursor === undefined ? [null, null] : placeOf(cursor);
    const least = place === 'trash' ? 3 : 1;
    const rows = await this.database.query<(SeenRow & { sort: string })[]>(
      `WITH listed AS (
         SELECT ${seenColumns('$1::uuid')}, ${by} COLLATE "C" AS sort
         FROM document d
         WHERE ${IN_PLACE[place]} AND ($2::uuid IS NULL OR d.channel_id = $2${place === 'templates' ? ' OR d.owner_id = $1' : ''})
           AND ($7::uuid IS NULL OR d.parent_id = $7)
           AND ($3::text = '' OR ${this.text.has('$3')})
       )
       SELECT * FROM listed
       WHERE rank >= ${least} AND ($4::text IS NULL OR (sort, id) ${descending ? '<' : '>'} ($4 COLLATE "C", $5::uuid))
       ORDER BY sort ${descending ? 'DESC' : ''}, id ${descending ? 'DESC' : ''} LIMIT $6`,
      [actor.userId, channelId ?? null, words, after, afterId, limit + 1, parentId ?? null],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { documents: page.map(toSeenDocument), next: rows.length > limit && last ? encodeCursor([last.sort, last.id]) : null };
  }

  /** The conversations of a person in which there is a document for them. */
  async homes(actor: Actor): Promise<RouteOutput<'listDocumentHomes'>> {
    const rows = await this.database.query<{ channelId: string }[]>(
      `SELECT member.channel_id AS "channelId" FROM channel_member member
       WHERE member.user_id = $1 AND EXISTS (SELECT FROM document d WHERE d.channel_id = member.channel_id AND d.trashed_at IS NULL AND ${rankOf('$1::uuid')} > 0)`,
      [actor.userId],
    );
    return { channelIds: rows.map(({ channelId }) => channelId) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string): [string, string] {
  const [sort, id] = decodeCursor(cursor, 2);
  if (typeof sort !== 'string' || typeof id !== 'string' || !UUID.test(id)) throw new ApiError('invalid_cursor');
  return [sort, id];
}
