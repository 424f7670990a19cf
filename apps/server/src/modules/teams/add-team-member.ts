import { Injectable } from '@nestjs/common';
import { type Member, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { JoinChannel, requireActivePeople } from '../channels/index.ts';
import { TeamAccess } from './team-access.ts';
import { insertTeamMember, readGeneralChannelId, readTeamMember, TEAM_COLUMNS, type TeamRow, toTeam } from './team.repository.ts';

@Injectable()
export class AddTeamMember {
  constructor(
    private readonly streams: Streams,
    private readonly access: TeamAccess,
    private readonly joinChannel: JoinChannel,
  ) {}

  /** @throws ApiError not_found, forbidden (also for a guest, or a deactivated person), already_member */
  run(actor: Actor, { params, body }: RouteInput<'addTeamMember'>): Promise<Member> {
    return this.streams.transaction(async (tx) => {
      await this.lock(tx, params.id, body.userId);
      const { place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'team.add_member', place)) throw new ApiError('forbidden');
      const [person] = await requireActivePeople(tx, [body.userId]);
      if (person?.role === 'guest') throw new ApiError('forbidden', 'guests are in channels, not in teams');
      const member = await this.addInTransaction(tx, { teamId: params.id, userId: body.userId });
      if (!member) throw new ApiError('already_member');
      return member;
    });
  }

  /**
   * Brings a person into a team and its general channel, as part of a greater write such as the
   * acceptance of an invitation. The caller decides that they may. Null when there is nothing to do:
   * they are in it already, or there is no such team any more.
   */
  async addInTransaction(tx: StreamTransaction, { teamId, userId }: { teamId: string; userId: string }): Promise<Member | null> {
    const team = await this.read(tx, teamId);
    if (!team) return null;
    const general = await this.lock(tx, teamId, userId);
    if (await readTeamMember(tx, teamId, userId)) return null;
    const stream = streamId('team', teamId);
    const member: Member = { userId, role: 'member', joinedAt: tx.at.toISOString() };
    await insertTeamMember(tx, teamId, member);
    const head = await tx.append(stream, 'team.member_joined', { member });
    await tx.append(streamId('user', userId), 'team.joined', { summary: { team, role: member.role, head } });
    tx.join(userId, stream);
    if (general) await this.joinChannel.joinInTransaction(tx, { channelId: general, userId, role: 'member' });
    return member;
  }

  /** A team's general channel never changes, so that it can be read before its lock. */
  private async lock(tx: StreamTransaction, teamId: string, userId: string): Promise<string | null> {
    const general = await readGeneralChannelId(tx, teamId);
    await tx.lock(...(general ? [streamId('channel', general)] : []), streamId('team', teamId), streamId('user', userId));
    return general;
  }

  private async read(query: Query, teamId: string) {
    const [row] = await query.query<TeamRow>(`SELECT ${TEAM_COLUMNS} FROM team t WHERE t.id = $1`, [teamId]);
    return row ? toTeam(row) : null;
  }
}
