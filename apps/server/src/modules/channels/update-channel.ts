import { Injectable } from '@nestjs/common';
import { type Channel, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { writeNameAndTopic } from './channel.repository.ts';

@Injectable()
export class UpdateChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
  ) {}

  /** Renames or sets the topic. @throws ApiError not_found, forbidden, name_taken, channel_archived */
  run(actor: Actor, { params, body }: RouteInput<'updateChannel'>): Promise<Channel> {
    const stream = streamId('channel', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (place.archived) throw new ApiError('channel_archived');
      if (body.name !== undefined && !can(actor, 'channel.rename', place)) throw new ApiError('forbidden');
      if (body.topic !== undefined && !can(actor, 'channel.set_topic', place)) throw new ApiError('forbidden');
      const updated: Channel = { ...channel, name: body.name ?? channel.name, topic: body.topic ?? channel.topic };
      if (updated.name === channel.name && updated.topic === channel.topic) return channel;
      await writeNameAndTopic(tx, params.id, updated.name, updated.topic);
      await tx.append(stream, 'channel.updated', { channel: updated }, { author: actor.userId });
      return updated;
    });
  }
}
