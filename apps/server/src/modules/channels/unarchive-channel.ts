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
export class UnarchiveChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly lostRights: LostRights,
  ) {}

  /** Opens an archived channel again. @throws ApiError not_found, forbidden, name_taken (by a newer channel) */
  run(actor: Actor, { params }: RouteInput<'unarchiveChannel'>): Promise<Channel> {
    const stream = streamId('channel', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (!can(actor, 'channel.archive', place)) throw new ApiError('forbidden');
      if (!place.archived) return channel;
      await writeArchivedAt(tx, params.id, null);
      const opened: Channel = { ...channel, archivedAt: null };
      await tx.append(stream, 'channel.updated', { channel: opened }, { author: actor.userId });
      tx.afterCommit(() => { this.lostRights.tellChannel(params.id); });
      return opened;
    });
  }
}
