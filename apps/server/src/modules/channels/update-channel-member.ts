import { Injectable } from '@nestjs/common';
import { type ChannelMember, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { readMember, readSuccession, writeMemberRole } from './channel.repository.ts';
import { requireActivePeople } from './person-standing.ts';

@Injectable()
export class UpdateChannelMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly lostRights: LostRights,
  ) {}

  /** Changes what somebody is in a channel; its last owner stays one. @throws ApiError not_found, forbidden, last_owner */
  run(actor: Actor, { params, body }: RouteInput<'updateChannelMember'>): Promise<ChannelMember> {
    const stream = streamId('channel', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'channel.update_member', place)) throw new ApiError('forbidden');
      const member = await readMember(tx, params.id, params.userId);
      if (!member) throw new ApiError('not_found');
      if (member.role === body.role) return member;
      if (body.role !== 'member') {
        const [person] = await requireActivePeople(tx, [params.userId]);
        if (person?.role === 'guest') throw new ApiError('forbidden', 'a guest looks after no channel');
      }
      if (member.role === 'owner' && (await readSuccession(tx, params.id)).owners === 1) throw new ApiError('last_owner');
      await writeMemberRole(tx, params.id, params.userId, body.role);
      await tx.append(stream, 'channel.member_updated', { userId: params.userId, role: body.role }, { author: actor.userId });
      tx.afterCommit(() => { this.lostRights.tell(params.userId); });
      return { ...member, role: body.role };
    });
  }
}
