import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { CHANNEL_COLUMNS, type ChannelRow, toChannel } from './channel-row.ts';
import { uuidOfCursor } from './member-page.ts';
import { readTeamRole } from './team-role.ts';

@Injectable()
export class ListTeamChannels {
  constructor(private readonly database: DataSource) {}

  /**
   * The team's channels that the person sees, open or archived ones, by name.
   * @throws ApiError not_found, invalid_cursor
   */
  async run(actor: Actor, { params, query }: RouteInput<'listTeamChannels'>): Promise<RouteOutput<'listTeamChannels'>> {
    const teamRole = await readTeamRole(this.database, params.id, actor.userId);
    if (teamRole === undefined || !can(actor, 'team.browse_channels', { teamRole })) throw new ApiError('not_found');
    const [name, id] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, 2);
    const rows = await this.database.query<(ChannelRow & { joined: boolean; sortName: string })[]>(
      `SELECT ${CHANNEL_COLUMNS}, m.user_id IS NOT NULL AS joined, lower(c.name) AS "sortName"
       FROM channel c LEFT JOIN channel_member m ON m.channel_id = c.id AND m.user_id = $2
       WHERE c.team_id = $1
         AND (m.user_id IS NOT NULL OR c.kind = 'public')
         AND (c.archived_at IS NOT NULL) = $3
         AND ($4::text IS NULL OR strpos(lower(c.name), lower($4)) > 0)
         AND ($5::text IS NULL OR (lower(c.name), c.id) > ($5, $6::uuid))
       ORDER BY lower(c.name), c.id LIMIT $7`,
      [params.id, actor.userId, query.archived === 'true', query.query ?? null,
        name === null ? null : String(name), id === null ? null : uuidOfCursor(id), query.limit + 1],
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      channels: page.map((row) => ({ channel: toChannel(row), joined: row.joined })),
      next: rows.length > query.limit && last ? encodeCursor([last.sortName, last.id]) : null,
    };
  }
}
