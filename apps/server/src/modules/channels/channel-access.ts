import { Injectable } from '@nestjs/common';
import type { Channel, ChannelRole, MembershipRole } from '@parvis/contracts';
import { can, type ChannelPlace } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CHANNEL_COLUMNS, type ChannelRow, toChannel } from './channel-row.ts';

/** A channel that a person may see, and their place in it. */
export interface SeenChannel {
  channel: Channel;
  place: ChannelPlace;
}

type PlaceRow = ChannelRow & { channelRole: ChannelRole | null; teamRole: MembershipRole | null };

/** Who may see a channel. In a write, ask it under the lock of the channel's stream. */
@Injectable()
export class ChannelAccess {
  /** @throws ApiError not_found for a channel that is not there or not for this person's eyes */
  async see(query: Query, actor: Pick<Actor, 'userId' | 'role'>, channelId: string): Promise<SeenChannel> {
    const seen = await this.find(query, actor, channelId);
    if (!seen) throw new ApiError('not_found');
    return seen;
  }

  /** Null where `see` refuses. */
  async find(query: Query, actor: Pick<Actor, 'userId' | 'role'>, channelId: string): Promise<SeenChannel | null> {
    const seen = await this.read(query, actor.userId, channelId);
    return seen && can(actor, 'channel.see', seen.place) ? seen : null;
  }

  /** @throws ApiError not_found for a channel that this person is not in */
  async requireMember(query: Query, channelId: string, userId: string): Promise<SeenChannel> {
    const seen = await this.read(query, userId, channelId);
    if (!seen || seen.place.channelRole === null) throw new ApiError('not_found');
    return seen;
  }

  /** The channel itself, whoever asks. */
  async channel(query: Query, channelId: string): Promise<Channel | null> {
    const [row] = await query.query<ChannelRow>(`SELECT ${CHANNEL_COLUMNS} FROM channel c WHERE c.id = $1`, [channelId]);
    return row ? toChannel(row) : null;
  }

  private async read(query: Query, userId: string, channelId: string): Promise<SeenChannel | null> {
    const [row] = await query.query<PlaceRow>(
      `SELECT ${CHANNEL_COLUMNS}, m.role AS "channelRole", t.role AS "teamRole"
       FROM channel c
       LEFT JOIN channel_member m ON m.channel_id = c.id AND m.user_id = $2
       LEFT JOIN team_member t ON t.team_id = c.team_id AND t.user_id = $2
       WHERE c.id = $1`,
      [channelId, userId],
    );
    if (!row) return null;
    const { kind, channelRole, teamRole, general, posting } = row;
    return { channel: toChannel(row), place: { kind, channelRole, teamRole, archived: row.archivedAt !== null, general, posting } };
  }
}
