import { Injectable } from '@nestjs/common';
import { can } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { ChannelAccess } from '../channels/index.ts';
import { Users } from '../users/index.ts';
import type { InvitationRow } from './invitation-row.ts';

/** Where a guest's invitation leads now. */
@Injectable()
export class OpenChannels {
  constructor(
    private readonly channels: ChannelAccess,
    private readonly users: Users,
  ) {}

  /**
   * Of its channels, those that whoever made it may let a guest into now: who was taken out of one must
   * not bring others in by a link they kept. In a write, ask it under the locks of the channels' streams.
   * @throws ApiError invitation_invalid for a guest when none is left: their account would be empty for ever
   */
  async of(query: Query, { role, created_by: inviterId, channel_ids: channelIds }: InvitationRow): Promise<string[]> {
    const inviter = channelIds.length > 0 ? await this.users.byId(query, inviterId) : null;
    const open: string[] = [];
    for (const id of inviter ? channelIds : []) {
      const seen = await this.channels.find(query, { userId: inviterId, role: inviter!.role }, id);
      if (seen && can(inviter!, 'channel.add_guest', seen.place)) open.push(id);
    }
    if (role === 'guest' && open.length === 0) throw new ApiError('invitation_invalid', 'none of its channels is open to guests of whoever made it any more');
    return open;
  }
}
