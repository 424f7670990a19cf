import { Injectable } from '@nestjs/common';
import { type Channel, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { sharesConversation } from '../../platform/people/visible-people.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { deleteMember, readSuccession, writeArchivedAt, writeMemberRole } from './channel.repository.ts';
import { forgetDrafts } from './forget-drafts.ts';

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
    await forgetDrafts(tx, id, userId);
    const memberCount = await deleteMember(tx, id, userId);
    await tx.append(channel, 'channel.member_left', { userId, memberCount });
    await tx.append(streamId('user', userId), 'channel.left', { channelId: id });
    tx.evict(userId, channel);
    await this.unmeet(tx, id, userId);
    if (kind === 'private') await this.succeedInTransaction(tx, id);
  }

  /**
   * A guest sees whom they meet: what their sockets still follow of others is asked again as they come
   * back. Guests who stay and meet whoever left nowhere else hear no more of their presence.
   */
  private async unmeet(tx: StreamTransaction, channelId: string, userId: string): Promise<void> {
    const guests = await tx.query(`SELECT id FROM app_user WHERE id = $1 AND role = 'guest'`, [userId]);
    if (guests.length > 0) tx.disconnect({ userId });
    const staying = await tx.query<{ id: string }>(
      `SELECT guest.id FROM app_user guest JOIN channel_member stays ON stays.user_id = guest.id AND stays.channel_id = $1
       WHERE guest.role = 'guest' AND guest.id <> $2 AND NOT ${sharesConversation('guest.id', '$2::uuid')}`,
      [channelId, userId],
    );
    tx.unwatch(userId, staying.map(({ id }) => id));
  }

  /** Only members see a private channel, so that one without an owner could never be looked after again. */
  async succeedInTransaction(tx: StreamTransaction, channelId: string): Promise<void> {
    const { owners, heir } = await readSuccession(tx, channelId);
    if (owners > 0) return;
    if (heir === null) return this.close(tx, channelId);
    await writeMemberRole(tx, channelId, heir, 'owner');
    await tx.append(streamId('channel', channelId), 'channel.member_updated', { userId: heir, role: 'owner' });
  }
  /** Nobody is left who could look after it: it stays to be read. */
  private async close(tx: StreamTransaction, channelId: string): Promise<void> {
    await writeArchivedAt(tx, channelId, tx.at);
    const channel = await this.access.channel(tx, channelId);
    if (channel) await tx.append(streamId('channel', channelId), 'channel.updated', { channel });
  }
}
