import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type StreamEvent, streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import { Metrics } from '../health/metrics.ts';
import { Log } from '../log/log.ts';
import { LostRights } from './lost-rights.ts';
import { presenceRoom, sessionRoom, SocketServerHolder } from './rooms.ts';
import type { AppendedEvent, RoomChange, StreamTransaction } from './stream-transaction.ts';

const SWEEP_INTERVAL_MS = 1_000;
/** An event that is unsent for this long was left by a process that died. */
const UNSENT_AFTER_MS = 2_000;
const SWEEP_BATCH = 500;
const FORGET_AFTER_MS = 50;

/**
 * Sends committed events to the rooms of their streams; nothing else in the server emits to a room
 * of a stream. May send an event twice (a crash between sending and forgetting), never loses one.
 */
@Injectable()
export class Relay implements OnModuleInit, OnApplicationShutdown {
  private readonly sent: { stream: string; seq: number }[] = [];
  private forgetTimer: NodeJS.Timeout | undefined;
  private sweepTimer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly sockets: SocketServerHolder,
    private readonly metrics: Metrics,
    private readonly lostRights: LostRights,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.sweepTimer = setInterval(() => {
      this.run(() => this.sweep());
    }, SWEEP_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweepTimer);
    clearTimeout(this.forgetTimer);
    this.run(() => this.forget());
    await this.working;
  }

  /** Rooms first, so that a person who just joined gets what follows. */
  committed(transaction: StreamTransaction): void {
    for (const change of transaction.roomChanges) if (change.kind !== 'disconnect') this.changeRooms(change);
    for (const event of transaction.events) this.send(event);
    for (const change of transaction.roomChanges) if (change.kind === 'disconnect') this.changeRooms(change);
    for (const callback of transaction.callbacks) callback();
  }

  private send(event: AppendedEvent | StreamEvent): void {
    if (!this.sockets.server) return;
    this.sockets.server.to(event.stream).emit('event', event);
    this.metrics.eventsRelayed.inc();
    this.sent.push({ stream: event.stream, seq: event.seq });
    this.forgetTimer ??= setTimeout(() => {
      this.run(() => this.forget());
    }, FORGET_AFTER_MS);
  }

  private changeRooms(change: RoomChange): void {
    const { server } = this.sockets;
    if (!server) return;
    if (change.kind === 'disconnect') {
      if ('sessionId' in change) server.in(sessionRoom(change.sessionId)).disconnectSockets(true);
      else {
        const sockets = server.in(streamId('user', change.userId));
        const spared = change.exceptSessionId ? sockets.except(sessionRoom(change.exceptSessionId)) : sockets;
        spared.disconnectSockets(true);
      }
      return;
    }
    if (change.kind === 'unwatch') {
      server.in(change.watcherIds.map((id) => streamId('user', id))).socketsLeave(presenceRoom(change.userId));
      return;
    }
    const sockets = server.in(streamId('user', change.userId));
    if (change.kind === 'join') sockets.socketsJoin(change.stream);
    else {
      sockets.socketsLeave(change.stream);
      this.lostRights.tell(change.userId);
    }
  }

  /** One piece of database work at a time; a failure is logged and met again by the next sweep. */
  private run(work: () => Promise<void>): void {
    this.working = this.working.then(work).catch((error: unknown) => {
      this.log.error({ err: error }, 'relay could not reach the database');
    });
  }

  private async forget(): Promise<void> {
    this.forgetTimer = undefined;
    const batch = this.sent.splice(0);
    if (batch.length === 0) return;
    await this.database.query(
      `DELETE FROM stream_outbox USING unnest($1::text[], $2::bigint[]) AS sent (stream, seq)
       WHERE stream_outbox.stream = sent.stream AND stream_outbox.seq = sent.seq`,
      [batch.map((event) => event.stream), batch.map((event) => event.seq)],
    );
  }

  /** Forgets only what it has sent: the rows are locked meanwhile, and stay when this process dies too. */
  private async sweep(): Promise<void> {
    const { server } = this.sockets;
    if (!server) return;
    await this.database.transaction(async (manager) => {
      const left = await manager.query<(Omit<AppendedEvent, 'at'> & { at: Date })[]>(
        `WITH unsent AS (
           DELETE FROM stream_outbox WHERE (stream, seq) IN (
             SELECT stream, seq FROM stream_outbox WHERE at < now() - $1 * interval '1 millisecond'
             ORDER BY stream, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
           RETURNING stream, seq
         )
         SELECT event.stream, event.seq, event.type, event.payload, event.at
         FROM stream_event event JOIN unsent USING (stream, seq) ORDER BY stream, seq`,
        [UNSENT_AFTER_MS, SWEEP_BATCH],
      );
      for (const event of left) {
        server.to(event.stream).emit('event', { ...event, at: event.at.toISOString() });
        this.metrics.eventsRelayed.inc();
      }
    });
  }
}
