import { Injectable } from '@nestjs/common';
import { type StreamId, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../database/query.ts';

/** Which streams a person may follow: the one rule behind rooms, `/sync` and the snapshot. */
@Injectable()
export class FollowedStreams {
  constructor(private readonly database: DataSource) {}

  /** Their own, the organisation's and their teams' (guests: not), those of their channels and of the meetings that they are in. */
  async of(userId: string, query: Query = this.database): Promise<StreamId[]> {
    const rows = await query.query<{ id: StreamId }>(
      `SELECT 'organisation:' || organisation.id AS id FROM organisation, app_user WHERE app_user.id = $1 AND app_user.role <> 'guest'
       UNION ALL SELECT 'team:' || team_id FROM team_member JOIN app_user ON app_user.id = user_id AND app_user.role <> 'guest' WHERE user_id = $1
       UNION ALL SELECT 'channel:' || channel_id FROM channel_member WHERE user_id = $1
       UNION ALL SELECT DISTINCT 'meeting:' || meeting_id FROM meeting_participant WHERE user_id = $1 AND state = 'joined'`,
      [userId],
    );
    return [streamId('user', userId), ...rows.map((row) => row.id)];
  }
}
