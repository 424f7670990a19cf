import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { readThreadsWithChannel } from '../thread-followers/index.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { advanceReadCursor, readReadCursor } from './read-cursor.repository.ts';
import { tellReadCursor } from './read-cursor-event.ts';
import { readReceiptAudience } from './receipt-audience.ts';

@Injectable()
export class MoveReadCursor {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly summaries: ChannelSummaries,
    private readonly ephemera: Ephemera,
  ) {}

  /**
   * Read up to a seq: never back, never beyond the head. Clears a mark as unread. Says nothing when
   * nothing changes. @throws ApiError not_found
   */
  async run(actor: Actor, { params, body }: RouteInput<'moveReadCursor'>): Promise<void> {
    const before = await readReadCursor(this.database, params.id, actor.userId);
    if (!before) throw new ApiError('not_found');
    if (!before.markedUnread && before.readSeq >= body.seq) return;
    await this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const moved = await advanceReadCursor(tx, params.id, actor.userId, body.seq);
      if (moved) await this.tell(tx, actor.userId, params.id);
      else if (!(await readReadCursor(tx, params.id, actor.userId))) throw new ApiError('not_found');
    });
  }
  /** My other devices by my stream; those who share receipts with me once, kept nowhere. */
  private async tell(tx: StreamTransaction, userId: string, channelId: string): Promise<void> {
    await tellReadCursor(tx, this.summaries, userId, channelId);
    await readThreadsWithChannel(tx, userId, channelId);
    const audience = await readReceiptAudience(tx, channelId, userId);
    const cursor = audience.length === 0 ? null : await readReadCursor(tx, channelId, userId);
    if (cursor) tx.afterCommit(() => { this.ephemera.receipt(audience.map((person) => person.userId), { channelId, userId, readSeq: cursor.readSeq }); });
  }
}
