import { Injectable } from '@nestjs/common';
import { type Channel, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { deleteMember, readSuccession, writeArchivedAt, writeMemberRole } from './channel.repository.ts';

@Injectable()
export class LeaveChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
  ) {}

  /** @throws ApiError not_found when not in it; forbidden for a general channel and for a direct conversation */
  run(actor: Actor, { params }: RouteInput<'leaveChannel'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.id), streamId('user', actor.userId));
      const { channel, place } = await this.access.requireMember(tx, params.id, actor.userId);
      if (!can(actor, 'channel.leave', place)) throw new ApiError('forbidden');
      await this.leaveInTransaction(tx, channel, actor.userId);
    });
  }

  /**
   * Takes a member out of a channel; their sockets hear no more of it. The caller decides that they
   * go, under the locks of the streams of the channel and of the person.
   */
  async leaveInTransaction(tx: StreamTransaction, { id, kind }: Pick<Channel, 'id' | 'kind'>, userId: string): Promise<void> {
    const channel = streamId('channel', id);
    await tx.lock(channel, streamId('user', userId));
    const memberCount = await deleteMember(tx, id, userId);
    await tx.append(channel, 'channel.member_left', { userId, memberCount });
    await tx.append(streamId('user', userId), 'channel.left', { channelId: id });
    tx.evict(userId, channel);
    if (kind === 'private') await this.succeed(tx, id, memberCount);
  }

  /** Only members see a private channel, so that one without an owner could never be looked after again. */
  private async succeed(tx: StreamTransaction, channelId: string, memberCount: number): Promise<void> {
    if (memberCount === 0) return writeArchivedAt(tx, channelId, tx.at);
    const { owners, eldest } = await readSuccession(tx, channelId);
    if (owners > 0 || eldest === null) return;
    await writeMemberRole(tx, channelId, eldest, 'owner');
    await tx.append(streamId('channel', channelId), 'channel.member_updated', { userId: eldest, role: 'owner' });
  }
}
