import { Injectable } from '@nestjs/common';
import type { Organisation, RouteInput, RouteOutput } from '@parvis/contracts';
import { can, type Standing } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/** Of a message that was edited more often, the latest. */
const MOST = 100;

type Place = Standing & { authorId: string; editHistory: Organisation['editHistory'] };

@Injectable()
export class ListRevisions {
  constructor(private readonly database: DataSource) {}

  /** What a message said before, the oldest first. @throws ApiError not_found, forbidden */
  async run(actor: Actor, { channelId, messageId }: RouteInput<'listRevisions'>['params']): Promise<RouteOutput<'listRevisions'>> {
    const [place] = await this.database.query<Place[]>(
      `SELECT message.author_id AS "authorId", channel.archived_at IS NOT NULL AS archived, member.role AS "channelRole", team_member.role AS "teamRole",
         organisation.edit_history AS "editHistory"
       FROM message
       JOIN channel ON channel.id = message.channel_id
       JOIN channel_member member ON member.channel_id = channel.id AND member.user_id = $3
       LEFT JOIN team_member ON team_member.team_id = channel.team_id AND team_member.user_id = $3
       CROSS JOIN organisation
       WHERE message.id = $1 AND message.channel_id = $2`,
      [messageId, channelId, actor.userId],
    );
    if (!place) throw new ApiError('not_found');
    const { authorId, ...resource } = place;
    if (!can(actor, 'message.see_history', { ...resource, own: authorId === actor.userId })) throw new ApiError('forbidden');
    const rows = await this.database.query<{ text: string; at: Date }[]>(
      'SELECT text, at FROM message_revision WHERE message_id = $1 ORDER BY version DESC LIMIT $2',
      [messageId, MOST],
    );
    return { revisions: rows.reverse().map(({ text, at }) => ({ text, at: at.toISOString() })) };
  }
}
