import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { readMember } from './channel.repository.ts';
import { LeaveChannel } from './leave-channel.ts';

@Injectable()
export class RemoveChannelMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly leaveChannel: LeaveChannel,
  ) {}

  /** Takes a member out, or oneself as by leaving. @throws ApiError not_found, forbidden */
  run(actor: Actor, { params }: RouteInput<'removeChannelMember'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.id), streamId('user', params.userId));
      const { channel, place } = await this.access.see(tx, actor, params.id);
      const member = await readMember(tx, params.id, params.userId);
      const may = params.userId === actor.userId
        ? can(actor, 'channel.leave', place)
        // Who isn't there is refused as a member would be: what one may not do tells nothing.
        : can(actor, 'channel.remove_member', { ...place, memberRole: member?.role ?? 'member' });
      if (!may) throw new ApiError('forbidden');
      if (!member) throw new ApiError('not_found');
      await this.leaveChannel.leaveInTransaction(tx, channel, params.userId);
    });
  }
}
