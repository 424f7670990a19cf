import { Injectable } from '@nestjs/common';
import { type Membership, type RouteInput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelSummaries } from '../channels/index.ts';

@Injectable()
export class UpdateMembership {
  constructor(
    private readonly streams: Streams,
    private readonly summaries: ChannelSummaries,
  ) {}

  /** Mutes a conversation for this person, or says what they are told of it. @throws ApiError not_found */
  run(actor: Actor, { params, body }: RouteInput<'updateMembership'>): Promise<Membership> {
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      const { membership } = await this.summaries.readOne(tx, actor.userId, params.id);
      const muted = body.muted ?? membership.muted;
      const notifications = body.notifications ?? membership.notifications;
      if (muted === membership.muted && notifications === membership.notifications) return membership;
      await tx.query('UPDATE channel_member SET muted = $3, notifications = $4 WHERE channel_id = $1 AND user_id = $2', [params.id, actor.userId, muted, notifications]);
      await tx.append(own, 'membership.updated', { channelId: params.id, muted, notifications });
      return { ...membership, muted, notifications };
    });
  }
}
