import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { ChannelAccess } from '../channels/index.ts';
import { FILE_COLUMNS, type FileRow, toAttachment } from './file-row.ts';

type ListedRow = FileRow & { messageId: string; userId: string; createdAt: Date };

/** What the files tab of a conversation lists. */
@Injectable()
export class ListChannelFiles {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
  ) {}

  /** @throws ApiError not_found for a conversation that the person is not in, invalid_cursor */
  async run(actor: Actor, channelId: string, { query, kind, cursor, limit }: RouteInput<'listChannelFiles'>['query']): Promise<RouteOutput<'listChannelFiles'>> {
    await this.access.requireMember(this.database, channelId, actor.userId);
    const [before, beforeId] = cursor === undefined ? [null, null] : placeIn(cursor);
    const rows = await this.database.query<ListedRow[]>(
      `SELECT ${FILE_COLUMNS}, file.message_id AS "messageId", file.uploaded_by AS "userId", file.created_at AS "createdAt"
       FROM file
       WHERE file.channel_id = $1
         AND ($2::timestamptz IS NULL OR (file.created_at, file.id) < ($2, $3::uuid))
         AND ($4::text IS NULL OR file.kind = $4)
         AND ($5::text = '' OR strpos(lower(file.name), lower($5)) > 0)
       ORDER BY file.created_at DESC, file.id DESC LIMIT $6`,
      [channelId, before, beforeId, kind ?? null, query ?? '', limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      files: page.map((row) => ({ file: toAttachment(row), messageId: row.messageId, userId: row.userId, createdAt: row.createdAt.toISOString() })),
      next: rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
    };
  }
}

function placeIn(cursor: string): [Date, string] {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'number' || Math.abs(at) > 8.64e15 || typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('invalid_cursor');
  return [new Date(at), id];
}
