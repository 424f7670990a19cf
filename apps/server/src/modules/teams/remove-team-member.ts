import { Injectable } from '@nestjs/common';
import { type ChannelKind, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { LeaveChannel } from '../channels/index.ts';
import { TeamAccess } from './team-access.ts';
import { countTeamOwners, deleteTeamMember, readJoinedChannels, readTeamMember } from './team.repository.ts';

type Target = RouteInput<'removeTeamMember'>['params'];
type JoinedChannel = { id: string; kind: ChannelKind };

/** How often a person would have to join channels at the wrong moment before we give up. */
const ATTEMPTS = 5;

@Injectable()
export class RemoveTeamMember {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly access: TeamAccess,
    private readonly leaveChannel: LeaveChannel,
  ) {}

  /** Takes a person, or oneself, out of a team and of all its channels. @throws ApiError not_found, forbidden, last_owner */
  async run(actor: Actor, { params }: RouteInput<'removeTeamMember'>): Promise<void> {
    await this.access.see(this.database, actor, params.id);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // Read before the locks, which must be taken all at once in their order.
      const expected = await readJoinedChannels(this.database, params.id, params.userId);
      const removed = await this.streams.transaction((tx) => this.remove(tx, actor, params, expected));
      if (removed) return;
    }
    throw new ApiError('conflict', 'their channels keep changing');
  }

  /** False, with nothing written, when the person joined another channel before the locks were taken. */
  private async remove(tx: StreamTransaction, actor: Actor, { id, userId }: Target, expected: JoinedChannel[]): Promise<boolean> {
    const [team, user] = [streamId('team', id), streamId('user', userId)];
    await tx.lock(...expected.map((channel) => streamId('channel', channel.id)), team, user);
    const { place } = await this.access.see(tx, actor, id);
    if (!can(actor, userId === actor.userId ? 'team.leave' : 'team.remove_member', place)) throw new ApiError('forbidden');
    const member = await readTeamMember(tx, id, userId);
    if (!member) throw new ApiError('not_found');
    if (member.role === 'owner' && (await countTeamOwners(tx, id)) === 1) throw new ApiError('last_owner');

    const channels = await readJoinedChannels(tx, id, userId);
    const locked = new Set(expected.map((channel) => channel.id));
    if (channels.some((channel) => !locked.has(channel.id))) return false;
    for (const channel of channels) await this.leaveChannel.leaveInTransaction(tx, channel, userId);
    await deleteTeamMember(tx, id, userId);
    await tx.append(team, 'team.member_left', { userId }, { author: actor.userId });
    await tx.append(user, 'team.left', { teamId: id });
    tx.evict(userId, team);
    return true;
  }
}
