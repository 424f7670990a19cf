import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import { Log } from '../../platform/log/log.ts';
import { SocketServerHolder } from '../../platform/streams/rooms.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Departures } from './departures.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { LeaveMeeting } from './leave-meeting.ts';
import { lockMeeting, mayBeIn } from './meeting-access.ts';
import { MeetingSessions } from './meeting-sessions.ts';
import { readPresent } from './participant-row.ts';

const SWEEP_MS = 2_000;
const REFRESH_MS = 10_000;
/** Not connected to any process for so long: has left. */
const LOST_MS = 45_000;
/** Nobody comes back to it. */
const EMPTY_MS = 5 * 60_000;

/**
 * Takes out of meetings whoever has no business there any more, however that came: who lost the
 * conversation or the account, whose device is gone; and ends what nobody is in.
 */
@Injectable()
export class MeetingSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly upSince = Date.now();
  private readonly timers: NodeJS.Timeout[] = [];
  private working: Promise<void> = Promise.resolve();
  private sweeping = false;

  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly sockets: SocketServerHolder,
    private readonly sessions: MeetingSessions,
    private readonly departures: Departures,
    private readonly leaving: LeaveMeeting,
    private readonly end: EndOfMeeting,
    private readonly lostRights: LostRights,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.has('realtime')) return;
    // The others need not hear for a moment longer who may not be heard.
    this.lostRights.onLoss(() => { this.turn(); });
    this.timers.push(setInterval(() => { this.turn(); }, SWEEP_MS), setInterval(() => { this.run(() => this.refresh()); }, REFRESH_MS));
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.working;
  }

  /** Those of a socket here are there. Whoever waits is attached to nothing: any socket of theirs counts. */
  async refresh(): Promise<void> {
    const waiting = await this.ask<{ userId: string }>(`SELECT DISTINCT user_id AS "userId" FROM meeting_participant WHERE state = 'waiting'`);
    const rooms = this.sockets.server?.sockets.adapter.rooms;
    const here = waiting.map(({ userId }) => userId).filter((userId) => rooms?.has(`user:${userId}`));
    await this.ask(
      `UPDATE meeting_participant SET seen_at = now() WHERE (id = ANY($1) AND state = 'joined') OR (user_id = ANY($2) AND state = 'waiting')`,
      [this.sessions.all.map(({ participantId }) => participantId), here],
    );
  }

  async sweep(): Promise<void> {
    await this.takeOut();
    if (Date.now() - this.upSince > LOST_MS) await this.forget();
    await this.close();
  }

  private async takeOut(): Promise<void> {
    const unrightful = `FROM meeting_participant p JOIN meeting m ON m.id = p.meeting_id JOIN app_user u ON u.id = p.user_id
      WHERE p.state <> 'left' AND (u.deactivated_at IS NOT NULL OR NOT ${mayBeIn('p.user_id')})`;
    const found = await this.ask<{ meetingId: string }>(`SELECT DISTINCT p.meeting_id AS "meetingId" ${unrightful}`);
    for (const { meetingId } of found) {
      await this.streams.transaction(async (tx) => {
        const meeting = await lockMeeting(tx, meetingId);
        if (!meeting) return;
        const still = new Set((await tx.query<{ id: string }>(`SELECT p.id ${unrightful} AND p.meeting_id = $1`, [meetingId])).map(({ id }) => id));
        const leaving = (await readPresent(tx, meetingId)).filter(({ id }) => still.has(id));
        if (leaving.length > 0) await this.departures.letGo(tx, meeting, leaving, 'revoked');
      });
    }
  }

  private async forget(): Promise<void> {
    const lost = await this.ask<{ id: string; meetingId: string }>(
      `SELECT id, meeting_id AS "meetingId" FROM meeting_participant WHERE state <> 'left' AND seen_at < now() - $1 * interval '1 millisecond'`,
      [LOST_MS],
    );
    for (const { id, meetingId } of lost) await this.leaving.lost(meetingId, id, ({ seenAt }) => Date.now() - seenAt.getTime() > LOST_MS);
  }

  private async close(): Promise<void> {
    const empty = `ended_at IS NULL AND empty_since < now() - ${EMPTY_MS} * interval '1 millisecond'
      AND NOT EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = meeting.id AND p.state <> 'left')`;
    for (const { id } of await this.ask<{ id: string }>(`SELECT id FROM meeting WHERE ${empty}`)) {
      await this.streams.transaction(async (tx) => {
        const meeting = await lockMeeting(tx, id);
        const still = await tx.query(`SELECT 1 FROM meeting WHERE id = $1 AND ${empty}`, [id]);
        if (meeting && still.length > 0) await this.end.inTransaction(tx, meeting);
      });
    }
  }

  private ask<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const query: Query = this.database;
    return query.query<Row>(sql, parameters);
  }

  /** Left out while the one before is under way. */
  private turn(): void {
    if (this.sweeping) return;
    this.sweeping = true;
    this.run(() => this.sweep().finally(() => { this.sweeping = false; }));
  }

  /** One at a time; what fails is met again by the next. */
  private run(work: () => Promise<void>): void {
    this.working = this.working.then(work).catch((error: unknown) => { this.log.error({ err: error }, 'meetings could not be swept'); });
  }
}
