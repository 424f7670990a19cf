import { Injectable } from '@nestjs/common';
import { type ChannelSummary, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { visibleAmong } from '../../platform/people/visible-people.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { CreateChannel } from './create-channel.ts';
import { requireActivePeople } from './person-standing.ts';

@Injectable()
export class OpenConversation {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly summaries: ChannelSummaries,
    private readonly createChannel: CreateChannel,
  ) {}

  /**
   * The one conversation of exactly these people and the actor.
   * @throws ApiError invalid_request without another person; not_found, forbidden for people who cannot be written to; meeting_guest where one of them came by a meeting's link
   */
  async run(actor: Actor, { body }: RouteInput<'openConversation'>): Promise<ChannelSummary> {
    const people = [...new Set([actor.userId, ...body.userIds])].sort();
    if (people.length < 2) throw new ApiError('invalid_request', 'name at least one other person');
    const peopleKey = people.join(',');
    const open = await this.find(this.database, actor, peopleKey);
    if (open) return open;

    return this.streams.transaction(async (tx) => {
      // Whoever opens the same conversation at the same time waits here, and then finds it.
      await tx.lock(...people.map((userId) => streamId('user', userId)));
      const opened = await this.find(tx, actor, peopleKey);
      if (opened) return opened;
      // First: to a guest, whom they don't meet is not there, whatever is the matter with them.
      const met = await visibleAmong(tx, actor, people);
      if (!can(actor, 'conversation.open', { shareChannel: met.length === people.length })) throw new ApiError('not_found');
      const standings = await requireActivePeople(tx, people);
      if (!can(actor, 'conversation.bring_in', { byLink: standings.some(({ byLink }) => byLink) })) throw new ApiError('meeting_guest');
      return this.createChannel.createInTransaction(tx, {
        id: uuidv7(),
        kind: people.length === 2 ? 'direct' : 'group',
        teamId: null,
        name: null,
        topic: '',
        isGeneral: false,
        peopleKey,
        createdBy: actor.userId,
        members: people.map((userId) => ({ userId, role: 'member' as const })),
      }, { author: actor.userId });
    });
  }

  private async find(query: Query, actor: Actor, peopleKey: string): Promise<ChannelSummary | null> {
    const [row] = await query.query<{ id: string }>('SELECT id FROM channel WHERE people_key = $1', [peopleKey]);
    return row ? this.summaries.readOne(query, actor.userId, row.id) : null;
  }
}
