import { Injectable } from '@nestjs/common';
import { type Channel, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { writeArchivedAt } from './channel.repository.ts';

@Injectable()
export class ArchiveChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly lostRights: LostRights,
  ) {}

  /** Closes a channel for writing; one that is archived stays as it is. @throws ApiError not_found, forbidden */
  run(actor: Actor, { params }: RouteInput<'archiveChannel'>): Promise<Channel> {
    const stream = streamId('channel', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'channel.archive', place)) throw new ApiError('forbidden');
      if (place.archived) return channel;
      await writeArchivedAt(tx, params.id, tx.at);
      const archived: Channel = { ...channel, archivedAt: tx.at.toISOString() };
      await tx.append(stream, 'channel.updated', { channel: archived }, { author: actor.userId });
      tx.afterCommit(() => { this.lostRights.tellChannel(params.id); });
      return archived;
    });
  }
}
