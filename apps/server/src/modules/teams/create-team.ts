import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId, type Team, type TeamSummary } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { AppendOptions, StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { CreateChannel, creationKey, findCreated } from '../channels/index.ts';
import { insertTeam, insertTeamMember } from './team.repository.ts';

const GENERAL = 'general';

@Injectable()
export class CreateTeam {
  constructor(
    private readonly streams: Streams,
    private readonly createChannel: CreateChannel,
  ) {}

  /** @throws ApiError forbidden, client_id_reused */
  run(actor: Actor, { body }: RouteInput<'createTeam'>): Promise<TeamSummary> {
    if (!can(actor, 'team.create')) throw new ApiError('forbidden');
    const key = creationKey(actor.userId, 'createTeam', body);
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const created = await findCreated(tx, 'team.joined', key);
      if (created) return created.summary;
      return this.createInTransaction(tx, { ownerId: actor.userId, name: body.name, description: body.description }, key);
    });
  }

  /** A team owned by this person, with its general channel. Part of a greater write, such as the set-up. */
  async createInTransaction(
    tx: StreamTransaction,
    { ownerId, name, description = '' }: { ownerId: string; name: string; description?: string },
    key: AppendOptions = { author: ownerId },
  ): Promise<TeamSummary> {
    const team: Team = { id: uuidv7(), name, description, createdAt: tx.at.toISOString() };
    const stream = streamId('team', team.id);
    // The new team's stream is known to nobody else: its lock is waited for by none.
    await tx.lock(stream, streamId('user', ownerId));
    await insertTeam(tx, team, ownerId);
    await insertTeamMember(tx, team.id, { userId: ownerId, role: 'owner', joinedAt: team.createdAt });
    const summary: TeamSummary = { team, role: 'owner', head: tx.head(stream) };
    await tx.append(streamId('user', ownerId), 'team.joined', { summary }, key);
    tx.join(ownerId, stream);
    await this.createChannel.createInTransaction(tx, {
      id: uuidv7(),
      kind: 'public',
      teamId: team.id,
      name: GENERAL,
      topic: '',
      isGeneral: true,
      peopleKey: null,
      createdBy: ownerId,
      members: [{ userId: ownerId, role: 'owner' }],
    }, { author: ownerId });
    return summary;
  }
}
