import type { Message } from '@parvis/contracts';
import type { EntityManager } from 'typeorm';
import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import { MESSAGE_COLUMNS, type MessageRow } from './message-row.ts';
import { readMessages } from './read-messages.ts';

export interface HistoryPage {
  messages: Message[];
  before: string | null;
  after: string | null;
}

/** Which messages: those of a channel, with replies or as it shows them beside threads, or the replies of a thread. */
export type HistoryScope = { channelId: string; withReplies: boolean } | { threadId: string };

/** @throws ApiError invalid_cursor */
export const seqOfCursor = (cursor: string): number => {
  const [seq] = decodeCursor(cursor, 1);
  if (typeof seq !== 'number') throw new ApiError('invalid_cursor');
  return seq;
};

/** Pages of messages in order of seq. */
export class MessageHistory {
  private readonly manager: EntityManager;
  private readonly scope: HistoryScope;

  constructor(manager: EntityManager, scope: HistoryScope) {
    this.manager = manager;
    this.scope = scope;
  }

  async before(seq: number, limit: number): Promise<HistoryPage> {
    const rows = await this.older(seq, limit + 1);
    const messages = rows.slice(0, limit).reverse();
    const newest = messages.at(-1)?.seq ?? 0;
    return this.page(messages, rows.length > limit, await this.anyAfter(Math.max(newest, seq - 1)));
  }

  async after(seq: number, limit: number): Promise<HistoryPage> {
    const rows = await this.newer(seq, limit + 1);
    const messages = rows.slice(0, limit);
    return this.page(messages, messages[0] !== undefined && (await this.anyBefore(messages[0].seq)), rows.length > limit);
  }

  /** Half a page before the seq, the rest from it on; short sides are filled from the other. */
  async around(seq: number, limit: number): Promise<HistoryPage> {
    const [older, newer] = [await this.older(seq, limit + 1), await this.newer(seq - 1, limit + 1)];
    const half = Math.floor(limit / 2);
    const newerTaken = Math.min(newer.length, Math.max(limit - half, limit - older.length));
    const olderTaken = Math.min(older.length, limit - newerTaken);
    const messages = [...older.slice(0, olderTaken).reverse(), ...newer.slice(0, newerTaken)];
    return this.page(messages, older.length > olderTaken, newer.length > newerTaken);
  }

  /** Where a message stands. @throws ApiError not_found for one of another channel or thread */
  async seqOf(messageId: string): Promise<number> {
    const column = 'threadId' in this.scope ? 'thread_id' : 'channel_id';
    const [row] = await this.manager.query<{ seq: number }[]>(`SELECT seq FROM message WHERE id = $1 AND ${column} = $2`, [messageId, this.id]);
    if (!row) throw new ApiError('not_found');
    return row.seq;
  }

  private get id(): string {
    return 'threadId' in this.scope ? this.scope.threadId : this.scope.channelId;
  }

  /** As the index for it says it. */
  private get shown(): string {
    if ('threadId' in this.scope) return 'thread_id = $1';
    return this.scope.withReplies ? 'channel_id = $1' : 'channel_id = $1 AND (thread_id IS NULL OR also_in_channel)';
  }

  private older(seq: number, limit: number): Promise<MessageRow[]> {
    return this.manager.query(
      `SELECT ${MESSAGE_COLUMNS} FROM message WHERE ${this.shown} AND seq < $2 ORDER BY seq DESC LIMIT $3`,
      [this.id, seq, limit],
    );
  }

  private newer(seq: number, limit: number): Promise<MessageRow[]> {
    return this.manager.query(
      `SELECT ${MESSAGE_COLUMNS} FROM message WHERE ${this.shown} AND seq > $2 ORDER BY seq LIMIT $3`,
      [this.id, seq, limit],
    );
  }

  private async anyAfter(seq: number): Promise<boolean> {
    return (await this.newer(seq, 1)).length > 0;
  }

  private async anyBefore(seq: number): Promise<boolean> {
    return (await this.older(seq, 1)).length > 0;
  }

  private async page(rows: MessageRow[], older: boolean, newer: boolean): Promise<HistoryPage> {
    const first = rows[0];
    const last = rows.at(-1);
    return {
      messages: await readMessages(this.manager, { rows }),
      before: older && first ? encodeCursor([first.seq]) : null,
      after: newer && last ? encodeCursor([last.seq]) : null,
    };
  }
}
