import { Injectable } from '@nestjs/common';
import { type ChannelMember, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { readMember } from './channel.repository.ts';
import { JoinChannel } from './join-channel.ts';
import { requireActivePeople } from './person-standing.ts';

@Injectable()
export class AddChannelMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly joinChannel: JoinChannel,
  ) {}

  /**
   * Adds a member of the team, or a guest, who need not be in it.
   * @throws ApiError not_found, forbidden (also for who is not in the team, or deactivated), meeting_guest, already_member, channel_archived
   */
  run(actor: Actor, { params, body }: RouteInput<'addChannelMember'>): Promise<ChannelMember> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', params.id), streamId('user', body.userId));
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (place.archived) throw new ApiError('channel_archived');
      if (!can(actor, 'channel.add_member', place) || channel.teamId === null) throw new ApiError('forbidden');
      const [person] = await requireActivePeople(tx, [body.userId], channel.teamId);
      if (!can(actor, 'conversation.bring_in', { byLink: person?.byLink ?? false })) throw new ApiError('meeting_guest');
      const may = person?.role === 'guest' ? can(actor, 'channel.add_guest', place) : person?.teamRole != null;
      if (!may) throw new ApiError('forbidden', 'only members of the team, and guests by who looks after the channel, can be added');
      if (await readMember(tx, params.id, body.userId)) throw new ApiError('already_member');
      const { member } = await this.joinChannel.joinInTransaction(tx, { channelId: params.id, userId: body.userId, role: 'member' });
      return member;
    });
  }
}
