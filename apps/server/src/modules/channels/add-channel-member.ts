import { Injectable } from '@nestjs/common';
import { type Member, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { readMember } from './channel.repository.ts';
import { JoinChannel } from './join-channel.ts';
import { requireTeamPeople } from './person-standing.ts';

@Injectable()
export class AddChannelMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly joinChannel: JoinChannel,
  ) {}

  /** @throws ApiError not_found, forbidden (also for who is not in the team, or deactivated), already_member, channel_archived */
  run(actor: Actor, { params, body }: RouteInput<'addChannelMember'>): Promise<Member> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.id), streamId('user', body.userId));
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (place.archived) throw new ApiError('channel_archived');
      if (!can(actor, 'channel.add_member', place) || channel.teamId === null) throw new ApiError('forbidden');
      await requireTeamPeople(tx, [body.userId], channel.teamId);
      if (await readMember(tx, params.id, body.userId)) throw new ApiError('already_member');
      const { member } = await this.joinChannel.joinInTransaction(tx, { channelId: params.id, userId: body.userId, role: 'member' });
      return member;
    });
  }
}
