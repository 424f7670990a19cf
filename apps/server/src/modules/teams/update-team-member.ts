import { Injectable } from '@nestjs/common';
import { type Member, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { requireActivePeople } from '../channels/index.ts';
import { TeamAccess } from './team-access.ts';
import { countTeamOwners, readTeamMember, writeTeamRole } from './team.repository.ts';

@Injectable()
export class UpdateTeamMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: TeamAccess,
  ) {}

  /** Makes a member an owner, or an owner a member. @throws ApiError not_found, forbidden, last_owner */
  run(actor: Actor, { params, body }: RouteInput<'updateTeamMember'>): Promise<Member> {
    const stream = streamId('team', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'team.update_member', place)) throw new ApiError('forbidden');
      const member = await readTeamMember(tx, params.id, params.userId);
      if (!member) throw new ApiError('not_found');
      if (member.role === body.role) return member;
      if (body.role === 'owner') {
        const [person] = await requireActivePeople(tx, [params.userId]);
        if (person?.role === 'guest') throw new ApiError('forbidden', 'a guest cannot own a team');
      } else if ((await countTeamOwners(tx, params.id)) === 1) {
        throw new ApiError('last_owner');
      }
      await writeTeamRole(tx, params.id, params.userId, body.role);
      await tx.append(stream, 'team.member_updated', { userId: params.userId, role: body.role }, { author: actor.userId });
      return { ...member, role: body.role };
    });
  }
}
