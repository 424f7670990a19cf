import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type RouteOutput, type StreamEvent, streamId } from '@parvis/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { FollowedStreams } from '../../platform/realtime/followed-streams.ts';
import { ReadSnapshot } from './read-snapshot.ts';
import { isHistoryOpen, withoutFormerWords } from './without-former-words.ts';

type Answer = RouteOutput<'sync'>;

/** The whole answer holds at most so many events: what is beyond is fetched with the next request. */
const EVENTS_PER_ANSWER = 5_000;

@Injectable()
export class CatchUp {
  constructor(
    private readonly database: DataSource,
    private readonly followed: FollowedStreams,
    private readonly snapshot: ReadSnapshot,
  ) {}

  /**
   * What the given cursors lack, all read at one moment. Without a cursor for the person's own
   * stream, or one too far behind, a whole snapshot is in the answer.
   */
  run(actor: Actor, { body: { cursors } }: RouteInput<'sync'>): Promise<Answer> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const followed = new Set<string>(await this.followed.of(actor.userId, manager));
      const streams: Answer['streams'] = {};
      const asked = Object.keys(cursors);
      for (const stream of asked) if (!followed.has(stream)) streams[stream] = { gone: true };

      const own = streamId('user', actor.userId);
      const moved = await this.movedHeads(manager, asked.filter((stream) => followed.has(stream)), cursors);
      const ownBehind = own in cursors ? (moved.get(own) ?? cursors[own] ?? 0) - (cursors[own] ?? 0) : Infinity;
      if (ownBehind > LIMITS.syncEvents) {
        moved.delete(own);
        return { snapshot: await this.snapshot.read(manager, actor.userId), streams: { ...streams, ...(await this.events(manager, moved, cursors)) } };
      }
      return { streams: { ...streams, ...(await this.events(manager, moved, cursors)) } };
    });
  }

  /** Heads of those streams whose head is not the cursor. A cursor beyond the head is of another database: reset too. */
  private async movedHeads(manager: EntityManager, streams: string[], cursors: Record<string, number>): Promise<Map<string, number>> {
    if (streams.length === 0) return new Map();
    const rows = await manager.query<{ id: string; head: number }[]>('SELECT id, head FROM stream WHERE id = ANY($1)', [streams]);
    const heads = new Map(rows.map((row) => [row.id, row.head]));
    const moved = new Map<string, number>();
    for (const stream of streams) {
      const head = heads.get(stream) ?? 0;
      if (head !== cursors[stream]) moved.set(stream, head);
    }
    return moved;
  }

  private async events(manager: EntityManager, moved: Map<string, number>, cursors: Record<string, number>): Promise<Answer['streams']> {
    const answer: Answer['streams'] = {};
    const isOpen = moved.size === 0 || (await isHistoryOpen(manager));
    let left = EVENTS_PER_ANSWER;
    for (const [stream, head] of moved) {
      const cursor = cursors[stream] ?? 0;
      const behind = head - cursor;
      if (behind < 0 || behind > LIMITS.syncEvents) {
        answer[stream] = { reset: true, head };
        continue;
      }
      const take = Math.min(behind, left);
      const events = take > 0 ? await this.read(manager, stream, cursor, take) : [];
      left -= events.length;
      const said = isOpen || !stream.startsWith('channel:') ? events : await withoutFormerWords(manager, events);
      answer[stream] = { events: said, head, more: events.length < behind };
    }
    return answer;
  }

  private async read(manager: EntityManager, stream: string, cursor: number, limit: number): Promise<StreamEvent[]> {
    const rows = await manager.query<(Omit<StreamEvent, 'at'> & { at: Date })[]>(
      'SELECT stream, seq, type, payload, at FROM stream_event WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [stream, cursor, limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }) as StreamEvent);
  }
}

