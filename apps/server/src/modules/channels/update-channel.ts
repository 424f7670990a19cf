import { Injectable } from '@nestjs/common';
import { type Channel, type RouteInput, streamId } from '@parvis/contracts';
import { type Action, can } from '@parvis/permissions';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from './channel-access.ts';
import { readSuccession, writeChannel, writeMemberRole } from './channel.repository.ts';

type Changes = RouteInput<'updateChannel'>['body'];

/** The right that each field needs. */
const RIGHTS = {
  name: 'channel.rename',
  topic: 'channel.set_topic',
  description: 'channel.describe',
  posting: 'channel.set_posting',
  mentionAll: 'channel.set_posting',
  kind: 'channel.make_private',
} as const satisfies Record<keyof Changes, Action>;
const FIELDS = Object.keys(RIGHTS) as (keyof Changes)[];

@Injectable()
export class UpdateChannel {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly lostRights: LostRights,
  ) {}

  /**
   * Renames, describes, says who may write or mention all, or makes it private: from then on only its
   * members see it. @throws ApiError not_found, forbidden, name_taken, channel_archived
   */
  run(actor: Actor, { params, body }: RouteInput<'updateChannel'>): Promise<Channel> {
    const stream = streamId('channel', params.id);
    return this.streams.transaction(async (tx) => {
      await tx.lock(stream);
      const { channel, place } = await this.access.see(tx, actor, params.id);
      if (place.archived) throw new ApiError('channel_archived');
      // What stays as it is needs no right: a client may send the whole form.
      const changed = FIELDS.filter((field) => body[field] !== undefined && body[field] !== channel[field]);
      if (changed.some((field) => !can(actor, RIGHTS[field], place))) throw new ApiError('forbidden');
      const updated: Channel = { ...channel, ...Object.fromEntries(changed.map((field) => [field, body[field]])) };
      if (isDeepStrictEqual(updated, channel)) return channel;
      await writeChannel(tx, updated);
      if (updated.kind !== channel.kind) await this.keepOwned(tx, channel.id, actor.userId);
      await tx.append(stream, 'channel.updated', { channel: updated }, { author: actor.userId });
      if (updated.posting !== channel.posting) tx.afterCommit(() => { this.lostRights.tellChannel(params.id); });
      return updated;
    });
  }

  /** A private channel always has an owner, or it could never be looked after again. */
  private async keepOwned(tx: StreamTransaction, channelId: string, userId: string): Promise<void> {
    if ((await readSuccession(tx, channelId)).owners > 0) return;
    await writeMemberRole(tx, channelId, userId, 'owner');
    await tx.append(streamId('channel', channelId), 'channel.member_updated', { userId, role: 'owner' });
  }
}
