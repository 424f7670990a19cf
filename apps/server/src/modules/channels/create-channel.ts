import { Injectable } from '@nestjs/common';
import { type ChannelSummary, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { AppendOptions, StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { insertChannel, type NewChannel } from './channel.repository.ts';
import { creationKey, findCreated } from './creation-key.ts';
import { requireTeamPeople } from './person-standing.ts';
import { readTeamRole } from './team-role.ts';

@Injectable()
export class CreateChannel {
  constructor(
    private readonly streams: Streams,
    private readonly summaries: ChannelSummaries,
  ) {}

  /** @throws ApiError not_found, forbidden, name_taken, client_id_reused */
  run(actor: Actor, { body }: RouteInput<'createChannel'>): Promise<ChannelSummary> {
    const others = [...new Set(body.memberIds)].filter((userId) => userId !== actor.userId);
    const key = creationKey(actor.userId, 'createChannel', body);
    return this.streams.transaction(async (tx) => {
      await tx.lock(...[actor.userId, ...others].map((userId) => streamId('user', userId)));
      const created = await findCreated(tx, 'channel.joined', key);
      if (created) return created.summary;
      const teamRole = await readTeamRole(tx, body.teamId, actor.userId);
      if (teamRole === undefined || !can(actor, 'team.see', { teamRole })) throw new ApiError('not_found');
      if (!can(actor, 'team.create_channel', { teamRole })) throw new ApiError('forbidden');
      if (others.length > 0) await requireTeamPeople(tx, others, body.teamId);
      return this.createInTransaction(tx, {
        id: uuidv7(),
        kind: body.kind,
        teamId: body.teamId,
        name: body.name,
        topic: body.topic,
        isGeneral: false,
        peopleKey: null,
        createdBy: actor.userId,
        members: [{ userId: actor.userId, role: 'owner' }, ...others.map((userId) => ({ userId, role: 'member' as const }))],
      }, key);
    });
  }

  /**
   * Writes a channel with its first members and tells each of them; answers the creator's summary.
   * The caller decides that all of this may be, under the locks of its people's streams; nobody else
   * can know the new channel's.
   * @throws ApiError name_taken
   */
  async createInTransaction(tx: StreamTransaction, channel: Omit<NewChannel, 'createdAt'>, key: AppendOptions = {}): Promise<ChannelSummary> {
    const stream = streamId('channel', channel.id);
    await tx.lock(stream, ...channel.members.map(({ userId }) => streamId('user', userId)));
    await insertChannel(tx, { ...channel, createdAt: tx.at });
    const own = await this.summaries.readOne(tx, channel.createdBy, channel.id);
    for (const { userId, role } of channel.members) {
      const summary: ChannelSummary = { ...own, membership: { ...own.membership, role } };
      await tx.append(streamId('user', userId), 'channel.joined', { summary }, userId === channel.createdBy ? key : { author: channel.createdBy });
      tx.join(userId, stream);
    }
    return own;
  }
}
