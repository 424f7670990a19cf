import type { EventPayload, EventType, StreamId, TypedEvent } from '@parvis/contracts';
import type { EntityManager } from 'typeorm';

/** An event that this transaction appended; goes to the relay once committed. */
export type AppendedEvent = { stream: StreamId; seq: number; at: string } & TypedEvent;

export interface AppendOptions {
  author?: string;
  clientId?: string;
  requestHash?: string;
}

export interface StoredEvent {
  seq: number;
  type: EventType;
  payload: unknown;
  requestHash: string | null;
}

/** What happens to the rooms of people's sockets once the transaction is committed. */
export type RoomChange =
  | { kind: 'join' | 'evict'; userId: string; stream: StreamId }
  | { kind: 'unwatch'; userId: string; watcherIds: readonly string[] }
  | { kind: 'disconnect'; userId: string; exceptSessionId?: string }
  | { kind: 'disconnect'; sessionId: string };

/**
 * One PostgreSQL transaction that changes rows and tells it in streams, both or neither. The lock on
 * a stream's row is held until the commit, so order of seq is order of commit, without gaps.
 */
export class StreamTransaction {
  readonly events: AppendedEvent[] = [];
  readonly roomChanges: RoomChange[] = [];
  readonly callbacks: (() => void)[] = [];
  /** The moment that all rows and events of this transaction bear. */
  readonly at = new Date();
  private readonly heads = new Map<string, number>();

  constructor(readonly manager: EntityManager) {}

  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters);
  }

  /**
   * Locks streams until the commit, creating those that are missing. Lock all that will be appended
   * to in one call: it takes them in one order, so that two transactions never wait for each other.
   */
  async lock(...streams: StreamId[]): Promise<void> {
    const wanted = [...new Set(streams)].filter((stream) => !this.heads.has(stream)).sort();
    if (wanted.length === 0) return;
    await this.lockRows(wanted);
    const missing = wanted.filter((stream) => !this.heads.has(stream));
    if (missing.length === 0) return;
    await this.query('INSERT INTO stream (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [missing]);
    await this.lockRows(missing);
  }

  /** Locks one stream until the commit; false when there is no such stream. */
  async lockExisting(stream: StreamId): Promise<boolean> {
    await this.lockRows([stream]);
    return this.heads.has(stream);
  }

  private async lockRows(streams: string[]): Promise<void> {
    const rows = await this.query<{ id: string; head: number }>(
      'SELECT id, head FROM stream WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE',
      [streams],
    );
    for (const row of rows) this.heads.set(row.id, row.head);
  }

  /** Head of a locked stream, with what this transaction appended. */
  head(stream: StreamId): number {
    const head = this.heads.get(stream);
    if (head === undefined) throw new Error(`${stream} is not locked`);
    return head;
  }

  /** Appends an event; a payload may be made from the seq that it gets. Answers the seq. */
  async append<T extends EventType>(
    stream: StreamId,
    type: T,
    payload: EventPayload<T> | ((seq: number) => EventPayload<T>),
    options: AppendOptions = {},
  ): Promise<number> {
    await this.lock(stream);
    const seq = this.head(stream) + 1;
    const value = typeof payload === 'function' ? payload(seq) : payload;
    await this.query(
      `WITH event AS (
         INSERT INTO stream_event (stream, seq, type, payload, at, author, client_id, request_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ), unsent AS (
         INSERT INTO stream_outbox (stream, seq) VALUES ($1, $2)
       )
       UPDATE stream SET head = $2 WHERE id = $1`,
      [stream, seq, type, JSON.stringify(value), this.at, options.author ?? null, options.clientId ?? null, options.requestHash ?? null],
    );
    this.heads.set(stream, seq);
    this.events.push({ stream, seq, at: this.at.toISOString(), type, payload: value } as AppendedEvent);
    return seq;
  }

  /** Appends events of one type in one statement, however many streams they go to: as `append` would in this order. */
  async appendAll<T extends EventType>(type: T, told: readonly { stream: StreamId; payload: EventPayload<T> }[]): Promise<void> {
    if (told.length === 0) return;
    await this.lock(...told.map(({ stream }) => stream));
    const events = told.map(({ stream, payload }) => {
      const seq = this.head(stream) + 1;
      this.heads.set(stream, seq);
      return { stream, seq, at: this.at.toISOString(), type, payload } as AppendedEvent;
    });
    await this.query(
      `WITH told AS (
         SELECT stream, seq, payload::jsonb FROM unnest($1::text[], $2::bigint[], $3::text[]) AS told (stream, seq, payload)
       ), event AS (
         INSERT INTO stream_event (stream, seq, type, payload, at) SELECT stream, seq, $4, payload, $5 FROM told
       ), unsent AS (
         INSERT INTO stream_outbox (stream, seq) SELECT stream, seq FROM told
       )
       UPDATE stream SET head = last.seq FROM (SELECT stream, max(seq) AS seq FROM told GROUP BY stream) last WHERE stream.id = last.stream`,
      [events.map(({ stream }) => stream), events.map(({ seq }) => seq), events.map(({ payload }) => JSON.stringify(payload)), type, this.at],
    );
    this.events.push(...events);
  }

  /**
   * Puts another event in the place of one that was told, for whoever reads the log from now on: what
   * it said is gone. Who got it as it was and who meets it so must end with the same: a later event
   * says the state anew. The stream must be locked.
   */
  async replace<T extends EventType>(stream: StreamId, seq: number, type: T, payload: EventPayload<T>): Promise<void> {
    await this.query('UPDATE stream_event SET type = $3, payload = $4 WHERE stream = $1 AND seq = $2', [stream, seq, type, JSON.stringify(payload)]);
  }

  /** The event that this author's client id was first seen with, if it was. Lock the stream before. */
  async findByClientId(stream: StreamId, author: string, clientId: string): Promise<StoredEvent | null> {
    const rows = await this.query<StoredEvent>(
      `SELECT seq, type, payload, request_hash AS "requestHash" FROM stream_event
       WHERE stream = $1 AND author = $2 AND client_id = $3`,
      [stream, author, clientId],
    );
    return rows[0] ?? null;
  }

  /** After the commit, the person's sockets get the stream's events. */
  join(userId: string, stream: StreamId): void {
    this.roomChanges.push({ kind: 'join', userId, stream });
  }

  /** After the commit, the person's sockets get no more of the stream's events. */
  evict(userId: string, stream: StreamId): void {
    this.roomChanges.push({ kind: 'evict', userId, stream });
  }

  /** After the commit, the watchers' sockets hear no more of the person's presence. */
  unwatch(userId: string, watcherIds: readonly string[]): void {
    if (watcherIds.length > 0) this.roomChanges.push({ kind: 'unwatch', userId, watcherIds });
  }

  /** After the commit, these sockets are closed. */
  disconnect(whom: { userId: string; exceptSessionId?: string } | { sessionId: string }): void {
    this.roomChanges.push({ kind: 'disconnect', ...whom });
  }

  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }
}
