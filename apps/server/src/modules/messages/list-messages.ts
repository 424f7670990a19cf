import { Injectable } from '@nestjs/common';
import { type RouteInput, type RouteOutput, streamId } from '@parvis/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { MESSAGE_COLUMNS, type MessageRow } from './message-row.ts';
import { readMessages } from './read-messages.ts';

type Page = RouteOutput<'listMessages'>;

@Injectable()
export class ListMessages {
  constructor(private readonly database: DataSource) {}

  /**
   * A page of a channel that the person is in, and the head of its stream at the same moment.
   * @throws ApiError not_found, invalid_cursor, invalid_request for several places at once
   */
  run(actor: Actor, { params, query }: RouteInput<'listMessages'>): Promise<Page> {
    const places = [query.before, query.after, query.around].filter((place) => place !== undefined);
    if (places.length > 1) return Promise.reject(new ApiError('invalid_request', 'give one of before, after and around'));
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const [place] = await manager.query<{ readSeq: number; head: number }[]>(
        `SELECT member.read_seq AS "readSeq", coalesce(stream.head, 0) AS head
         FROM channel_member member LEFT JOIN stream ON stream.id = $3
         WHERE member.channel_id = $1 AND member.user_id = $2`,
        [params.channelId, actor.userId, streamId('channel', params.channelId)],
      );
      if (!place) throw new ApiError('not_found');
      const channel = new ChannelHistory(manager, params.channelId, query.replies === 'include');
      if (query.before !== undefined) return channel.before(seqOf(query.before), query.limit, place.head);
      if (query.after !== undefined) return channel.after(seqOf(query.after), query.limit, place.head);
      if (query.around === 'unread') return channel.around(place.readSeq + 1, query.limit, place.head);
      if (query.around !== undefined) return channel.around(await channel.seqOf(query.around), query.limit, place.head);
      return channel.before(place.head + 1, query.limit, place.head);
    });
  }
}

const seqOf = (cursor: string): number => {
  const [seq] = decodeCursor(cursor, 1);
  if (typeof seq !== 'number') throw new ApiError('invalid_cursor');
  return seq;
};

class ChannelHistory {
  constructor(
    private readonly manager: EntityManager,
    private readonly channelId: string,
    private readonly withReplies: boolean,
  ) {}

  async before(seq: number, limit: number, head: number): Promise<Page> {
    const rows = await this.older(seq, limit + 1);
    const messages = rows.slice(0, limit).reverse();
    const newest = messages.at(-1)?.seq ?? 0;
    return this.page(messages, rows.length > limit, await this.anyAfter(Math.max(newest, seq - 1)), head);
  }

  async after(seq: number, limit: number, head: number): Promise<Page> {
    const rows = await this.newer(seq, limit + 1);
    const messages = rows.slice(0, limit);
    return this.page(messages, messages[0] !== undefined && (await this.anyBefore(messages[0].seq)), rows.length > limit, head);
  }

  /** Half a page before the seq, the rest from it on; short sides are filled from the other. */
  async around(seq: number, limit: number, head: number): Promise<Page> {
    const [older, newer] = [await this.older(seq, limit + 1), await this.newer(seq - 1, limit + 1)];
    const half = Math.floor(limit / 2);
    const newerTaken = Math.min(newer.length, Math.max(limit - half, limit - older.length));
    const olderTaken = Math.min(older.length, limit - newerTaken);
    const messages = [...older.slice(0, olderTaken).reverse(), ...newer.slice(0, newerTaken)];
    return this.page(messages, older.length > olderTaken, newer.length > newerTaken, head);
  }

  async seqOf(messageId: string): Promise<number> {
    const [row] = await this.manager.query<{ seq: number }[]>('SELECT seq FROM message WHERE id = $1 AND channel_id = $2', [messageId, this.channelId]);
    if (!row) throw new ApiError('not_found');
    return row.seq;
  }

  /** As the index of what a channel shows says it. */
  private get shown(): string {
    return this.withReplies ? 'true' : '(thread_id IS NULL OR also_in_channel)';
  }

  private older(seq: number, limit: number): Promise<MessageRow[]> {
    return this.manager.query(
      `SELECT ${MESSAGE_COLUMNS} FROM message WHERE channel_id = $1 AND ${this.shown} AND seq < $2 ORDER BY seq DESC LIMIT $3`,
      [this.channelId, seq, limit],
    );
  }

  private newer(seq: number, limit: number): Promise<MessageRow[]> {
    return this.manager.query(
      `SELECT ${MESSAGE_COLUMNS} FROM message WHERE channel_id = $1 AND ${this.shown} AND seq > $2 ORDER BY seq LIMIT $3`,
      [this.channelId, seq, limit],
    );
  }

  private async anyAfter(seq: number): Promise<boolean> {
    return (await this.newer(seq, 1)).length > 0;
  }

  private async anyBefore(seq: number): Promise<boolean> {
    return (await this.older(seq, 1)).length > 0;
  }

  private async page(rows: MessageRow[], older: boolean, newer: boolean, head: number): Promise<Page> {
    const first = rows[0];
    const last = rows.at(-1);
    return {
      messages: await readMessages(this.manager, { rows }),
      before: older && first ? encodeCursor([first.seq]) : null,
      after: newer && last ? encodeCursor([last.seq]) : null,
      head,
    };
  }
}
