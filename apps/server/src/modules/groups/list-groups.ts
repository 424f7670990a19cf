import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput, UserGroup } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { GROUP_COLUMNS } from './group.repository.ts';

@Injectable()
export class ListGroups {
  constructor(private readonly database: DataSource) {}

  /** Those that the person sees, by handle. @throws ApiError invalid_cursor */
  async run(actor: Actor, { query }: RouteInput<'listGroups'>): Promise<RouteOutput<'listGroups'>> {
    const [after] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1);
    if (!can(actor, 'group.see', { ofTeam: false, teamRole: null })) return { groups: [], next: null };
    const rows = await this.database.query<UserGroup[]>(
      `SELECT ${GROUP_COLUMNS} FROM user_group g
       WHERE ($2 OR g.team_id IS NULL OR EXISTS (SELECT 1 FROM team_member t WHERE t.team_id = g.team_id AND t.user_id = $1))
         AND ($3::uuid IS NULL OR g.team_id = $3)
         AND ($4::text IS NULL OR strpos(g.handle, lower($4)) > 0 OR strpos(lower(g.name), lower($4)) > 0)
         AND ($5::text IS NULL OR g.handle > $5)
       ORDER BY g.handle LIMIT $6`,
      [actor.userId, can(actor, 'group.see', { ofTeam: true, teamRole: null }), query.teamId ?? null, query.query ?? null,
        after === null ? null : String(after), query.limit + 1],
    );
    const groups = rows.slice(0, query.limit);
    const last = groups.at(-1);
    return { groups, next: rows.length > groups.length && last ? encodeCursor([last.handle]) : null };
  }
}
