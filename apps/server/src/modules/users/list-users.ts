import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type RouteOutput } from '@parvis/contracts';
import { isGuest } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { sharesConversation, visibleAmong } from '../../platform/people/visible-people.ts';
import { decodeNameCursor, encodeNameCursor } from './name-cursor.ts';
import { toUser, USER_COLUMNS, type UserRow } from './user-row.ts';
import { Users } from './users.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What people type is text to look for, never a pattern. */
const containing = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** People by name, a page at a time; or those of the ids asked for. Guests get only those whom they meet. */
@Injectable()
export class ListUsers {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
  ) {}

  /** @throws ApiError invalid_cursor, invalid_request for too many ids */
  async run(actor: Actor, asked: RouteInput<'listUsers'>['query']): Promise<RouteOutput<'listUsers'>> {
    if (asked.ids !== undefined) return { users: await this.byIds(actor, asked.ids), next: null };
    const after = asked.cursor === undefined ? null : decodeNameCursor(asked.cursor);
    const query: Query = this.database;
    const rows = await query.query<UserRow & { sort_name: string }>(
      `SELECT ${USER_COLUMNS}, lower(name) AS sort_name FROM app_user
       WHERE ($1 OR deactivated_at IS NULL) AND NOT meeting_guest
         AND ($2::text IS NULL OR lower(name) LIKE $2 OR email LIKE $2 OR lower(title) LIKE $2)
         AND ($3::text IS NULL OR (lower(name), id) > ($3, $4::uuid))
         AND (NOT $6 OR id = $7 OR ${sharesConversation('$7', 'app_user.id')})
       ORDER BY lower(name), id LIMIT $5`,
      [asked.deactivated === 'true', asked.query ? containing(asked.query) : null, after?.name ?? null, after?.id ?? null, asked.limit + 1,
        isGuest(actor), actor.userId],
    );
    const page = rows.slice(0, asked.limit);
    const last = page.at(-1);
    return {
      users: page.map(toUser),
      next: last && rows.length > page.length ? encodeNameCursor({ name: last.sort_name, id: last.id }) : null,
    };
  }

  private async byIds(actor: Actor, list: string): ReturnType<Users['byIds']> {
    const ids = [...new Set(list.split(','))].filter((id) => UUID.test(id));
    if (ids.length > LIMITS.idsPerLookup) throw new ApiError('invalid_request', `at most ${LIMITS.idsPerLookup} ids`);
    return this.users.byIds(this.database, await visibleAmong(this.database, actor, ids));
  }
}
