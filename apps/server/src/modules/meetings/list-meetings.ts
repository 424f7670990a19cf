import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { ChannelAccess } from '../channels/index.ts';
import { MEETING_COLUMNS, type MeetingRow, toMeeting } from './meeting-row.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Newest first, a page at a time. */
@Injectable()
export class ListMeetings {
  constructor(
    private readonly database: DataSource,
    private readonly channels: ChannelAccess,
  ) {}

  /** @throws ApiError invalid_cursor, not_found for a channel that this person is not in */
  async run(actor: Actor, { query: asked }: RouteInput<'listMeetings'>): Promise<RouteOutput<'listMeetings'>> {
    if (asked.channelId !== undefined) await this.channels.requireMember(this.database, asked.channelId, actor.userId);
    const after = asked.cursor === undefined ? null : decode(asked.cursor);
    const query: Query = this.database;
    const rows = await query.query<MeetingRow & { place: number }>(
      `SELECT ${MEETING_COLUMNS}, floor(extract(epoch FROM m.started_at) * 1000)::float8 AS place
       FROM meeting m JOIN channel_member c ON c.channel_id = m.channel_id AND c.user_id = $1
       WHERE ($2::uuid IS NULL OR m.channel_id = $2)
         AND ($3::text IS NULL OR (m.ended_at IS NULL) = ($3 = 'running'))
         AND ($4::float8 IS NULL OR (floor(extract(epoch FROM m.started_at) * 1000)::float8, m.id) < ($4, $5::uuid))
       ORDER BY place DESC, m.id DESC LIMIT $6`,
      [actor.userId, asked.channelId ?? null, asked.state ?? null, after?.startedAt ?? null, after?.id ?? null, asked.limit + 1],
    );
    const page = rows.slice(0, asked.limit);
    const last = page.at(-1);
    return {
      meetings: page.map(toMeeting),
      next: last && rows.length > page.length ? encodeCursor([last.place, last.id]) : null,
    };
  }
}

function decode(cursor: string): { startedAt: number; id: string } {
  const [startedAt, id] = decodeCursor(cursor, 2);
  if (typeof startedAt !== 'number' || typeof id !== 'string' || !UUID.test(id)) throw new ApiError('invalid_cursor');
  return { startedAt, id };
}
