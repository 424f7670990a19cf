import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { ChannelAccess } from '../channels/index.ts';
import { readMessages } from '../messages/index.ts';

interface PinRow {
  id: string;
  /** Milliseconds, as they are stored. */
  at: number;
}

@Injectable()
export class ListPins {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
  ) {}

  /** The last pinned first. @throws ApiError not_found, invalid_cursor */
  run(actor: Actor, { params, query }: RouteInput<'listPins'>): Promise<RouteOutput<'listPins'>> {
    const [at, id] = query.cursor === undefined ? [null, null] : placeOf(query.cursor);
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      await this.access.requireMember(manager, params.channelId, actor.userId);
      const rows = await manager.query<PinRow[]>(
        `SELECT id, floor(extract(epoch FROM pinned_at) * 1000)::bigint AS at FROM message
         WHERE channel_id = $1 AND pinned_at IS NOT NULL
           AND ($2::bigint IS NULL OR (pinned_at, id) < (timestamptz 'epoch' + $2::bigint * interval '1 millisecond', $3::uuid))
         ORDER BY pinned_at DESC, id DESC LIMIT $4`,
        [params.channelId, at, id, query.limit + 1],
      );
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        messages: await readMessages(manager, { ids: page.map((row) => row.id) }),
        next: rows.length > query.limit && last ? encodeCursor([last.at, last.id]) : null,
      };
    });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string): [number, string] {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'number' || Math.abs(at) > 8.64e15 || typeof id !== 'string' || !UUID.test(id)) throw new ApiError('invalid_cursor');
  return [at, id];
}
