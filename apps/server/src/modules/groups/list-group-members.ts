import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { uuidOfCursor } from '../channels/index.ts';
import { GroupAccess } from './group-access.ts';

@Injectable()
export class ListGroupMembers {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
  ) {}

  /** @throws ApiError not_found, invalid_cursor */
  async run(actor: Actor, { params, query }: RouteInput<'listGroupMembers'>): Promise<RouteOutput<'listGroupMembers'>> {
    await this.access.see(this.database, actor, params.id);
    const [name, id] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, 2);
    const rows = await this.database.query<{ id: string; sortName: string }[]>(
      `SELECT u.id, lower(u.name) AS "sortName" FROM user_group_member m JOIN app_user u ON u.id = m.user_id AND u.deactivated_at IS NULL
       WHERE m.group_id = $1 AND ($2::text IS NULL OR (lower(u.name), u.id) > ($2, $3::uuid))
       ORDER BY lower(u.name), u.id LIMIT $4`,
      [params.id, name === null ? null : String(name), id === null ? null : uuidOfCursor(id), query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return { userIds: page.map((row) => row.id), next: rows.length > page.length && last ? encodeCursor([last.sortName, last.id]) : null };
  }
}
