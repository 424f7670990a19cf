import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { readOwnMessages } from '../messages/index.ts';
import { SAVED_COLUMNS, type SavedItemRow, toSavedItem } from './saved-item-row.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class ListSaved {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError invalid_cursor */
  async run(actor: Actor, { query }: RouteInput<'listSaved'>): Promise<RouteOutput<'listSaved'>> {
    const [createdAt, id] = query.cursor === undefined ? [null, null] : placeOf(query.cursor);
    const rows = await this.database.query<SavedItemRow[]>(
      `SELECT ${SAVED_COLUMNS} FROM saved_item saved
       WHERE saved.user_id = $1 AND saved.state = $2 AND ($3::timestamptz IS NULL OR (saved.created_at, saved.id) < ($3::timestamptz, $4::uuid))
       ORDER BY saved.created_at DESC, saved.id DESC LIMIT $5`,
      [actor.userId, query.state, createdAt, id, query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const messages = await readOwnMessages(this.database, actor.userId, page.flatMap(({ messageId }) => messageId ?? []));
    const byId = new Map(messages.map((message) => [message.id, message]));
    return {
      items: page.map((row) => ({ item: toSavedItem(row), message: (row.messageId !== null && byId.get(row.messageId)) || null })),
      next: rows.length > query.limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
    };
  }
}

/** Where the page before ended: moments here have no more than milliseconds. */
function placeOf(cursor: string): [Date, string] {
  const [createdAt, id] = decodeCursor(cursor, 2);
  const at = new Date(typeof createdAt === 'number' ? createdAt : Number.NaN);
  if (Number.isNaN(at.getTime()) || typeof id !== 'string' || !UUID.test(id)) throw new ApiError('invalid_cursor');
  return [at, id];
}
