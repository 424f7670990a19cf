import { Injectable } from '@nestjs/common';
import { type ChannelKind, type ChannelRole, streamId } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { LeaveChannel, writeMemberRole } from '../channels/index.ts';
import { GuestMaker } from '../users/index.ts';
import { countTeamOwners, deleteTeamMember, readTeamMember } from './team.repository.ts';

/** A channel that a person looks after, or is in because of their team only. */
interface Tied {
  id: string;
  kind: ChannelKind;
  general: boolean;
  role: ChannelRole;
}

@Injectable()
export class MakeGuest extends GuestMaker {
  constructor(private readonly leaveChannel: LeaveChannel) {
    super();
  }

  override async make(tx: StreamTransaction, userId: string): Promise<void> {
    // Read before the locks, which are taken at once in their order.
    const [teams, channels] = [await readTeams(tx, userId), await readTied(tx, userId)];
    const locked = new Set([...channels.map(({ id }) => streamId('channel', id)), ...teams.map((id) => streamId('team', id))]);
    await tx.lock(...locked, streamId('user', userId));
    const [teamsNow, channelsNow] = [await readTeams(tx, userId), await readTied(tx, userId)];
    const unlocked = [...channelsNow.map(({ id }) => streamId('channel', id)), ...teamsNow.map((id) => streamId('team', id))].some((stream) => !locked.has(stream));
    if (unlocked) throw new ApiError('conflict', 'their teams change at this moment');
    for (const channel of channelsNow) await this.untie(tx, channel, userId);
    for (const teamId of teamsNow) await leaveTeam(tx, teamId, userId);
  }

  private async untie(tx: StreamTransaction, { id, kind, general }: Tied, userId: string): Promise<void> {
    if (general) return this.leaveChannel.leaveInTransaction(tx, { id, kind }, userId);
    await writeMemberRole(tx, id, userId, 'member');
    await tx.append(streamId('channel', id), 'channel.member_updated', { userId, role: 'member' });
    if (kind === 'private') await this.leaveChannel.succeedInTransaction(tx, id);
  }
}

async function leaveTeam(tx: StreamTransaction, teamId: string, userId: string): Promise<void> {
  const stream = streamId('team', teamId);
  const member = await readTeamMember(tx, teamId, userId);
  if (member?.role === 'owner' && (await countTeamOwners(tx, teamId)) === 1) throw new ApiError('last_owner', 'they are the only owner of a team');
  await deleteTeamMember(tx, teamId, userId);
  await tx.append(stream, 'team.member_left', { userId });
  await tx.append(streamId('user', userId), 'team.left', { teamId });
  tx.evict(userId, stream);
}

const readTeams = async (query: Query, userId: string): Promise<string[]> =>
  (await query.query<{ id: string }>('SELECT team_id AS id FROM team_member WHERE user_id = $1 ORDER BY team_id', [userId])).map(({ id }) => id);

const readTied = (query: Query, userId: string): Promise<Tied[]> =>
  query.query<Tied>(
    `SELECT c.id, c.kind, c.is_general AS general, m.role FROM channel_member m JOIN channel c ON c.id = m.channel_id
     WHERE m.user_id = $1 AND (c.is_general OR m.role <> 'member') ORDER BY c.id`,
    [userId],
  );
