import { Injectable } from '@nestjs/common';
import { type ChannelMember, type ChannelRole, type ChannelSummary, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { insertMember } from './channel.repository.ts';

@Injectable()
export class JoinChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly summaries: ChannelSummaries,
  ) {}

  /**
   * Joins a public channel of one's team; who is in it already stays in it.
   * @throws ApiError not_found, forbidden, channel_archived
   */
  run(actor: Actor, { params }: RouteInput<'joinChannel'>): Promise<ChannelSummary> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.id), streamId('user', actor.userId));
      const { place } = await this.access.see(tx, actor, params.id);
      if (place.channelRole !== null) return this.summaries.readOne(tx, actor.userId, params.id);
      if (place.archived) throw new ApiError('channel_archived');
      if (!can(actor, 'channel.join', place)) throw new ApiError('forbidden');
      const { summary } = await this.joinInTransaction(tx, { channelId: params.id, userId: actor.userId, role: 'member' });
      return summary;
    });
  }

  /**
   * Brings a person into a channel that they are not in, with nothing unread. The caller decides that
   * they may, under the locks of the streams of the channel and of the person.
   */
  async joinInTransaction(
    tx: StreamTransaction,
    { channelId, userId, role }: { channelId: string; userId: string; role: ChannelRole },
  ): Promise<{ member: ChannelMember; summary: ChannelSummary }> {
    const channel = streamId('channel', channelId);
    await tx.lock(channel, streamId('user', userId));
    const member: ChannelMember = { userId, role, joinedAt: tx.at.toISOString() };
    const memberCount = await insertMember(tx, channelId, { ...member, readSeq: tx.head(channel) + 1 });
    await tx.append(channel, 'channel.member_joined', { member, memberCount });
    const summary = await this.summaries.readOne(tx, userId, channelId);
    await tx.append(streamId('user', userId), 'channel.joined', { summary });
    tx.join(userId, channel);
    return { member, summary };
  }
}
