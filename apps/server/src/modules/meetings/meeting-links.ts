import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { hashSecretToken, newSecretToken } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { MEETING_COLUMNS, type MeetingRow } from './meeting-row.ts';

const HOUR_MS = 60 * 60_000;
const USUAL_MS = 24 * HOUR_MS;
const AT_MOST_MS = 30 * 24 * HOUR_MS;

/** Links that people without an account come in by. Only their hashes are kept. */
@Injectable()
export class MeetingLinks {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly config: Config,
    private readonly organisation: OrganisationReader,
  ) {}

  /** @throws ApiError not_found, forbidden, meeting_ended, scheduled_in_past */
  create(actor: Actor, { params, body }: RouteInput<'createMeetingLink'>): Promise<RouteOutput<'createMeetingLink'>> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'meeting.invite', place)) throw new ApiError('forbidden');
      requireRunning(meeting);
      const now = tx.at.getTime();
      const asked = body.expiresAt === undefined ? now + USUAL_MS : Date.parse(body.expiresAt);
      if (asked <= now) throw new ApiError('scheduled_in_past');
      const expiresAt = new Date(Math.min(asked, now + AT_MOST_MS));
      const token = newSecretToken();
      await tx.query('INSERT INTO meeting_link (id, meeting_id, token_hash, created_by, expires_at) VALUES ($1, $2, $3, $4, $5)', [
        v7(), meeting.id, hashSecretToken(token), actor.userId, expiresAt,
      ]);
      return { url: `${this.config.publicUrl}/join#token=${token}`, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Who came by one stays. @throws ApiError not_found, forbidden */
  revoke(actor: Actor, { params }: RouteInput<'revokeMeetingLinks'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'meeting.invite', place)) throw new ApiError('forbidden');
      await tx.query('DELETE FROM meeting_link WHERE meeting_id = $1', [meeting.id]);
    });
  }

  /** @throws ApiError meeting_link_invalid, meeting_ended */
  async lookUp(token: string): Promise<RouteOutput<'lookUpMeetingLink'>> {
    const { id, title, startedAt, locked } = await this.find(this.database, token);
    const { name } = await this.organisation.read(this.database);
    return { meetingId: id, title, organisation: name, startedAt: startedAt.toISOString(), locked };
  }

  /** @throws ApiError meeting_link_invalid: unknown, expired or revoked, all the same to the holder; meeting_ended */
  async find(query: Query, token: string): Promise<MeetingRow> {
    const [meeting] = await query.query<MeetingRow>(
      `SELECT ${MEETING_COLUMNS} FROM meeting_link l JOIN meeting m ON m.id = l.meeting_id WHERE l.token_hash = $1 AND l.expires_at > now()`,
      [hashSecretToken(token)],
    );
    if (!meeting) throw new ApiError('meeting_link_invalid');
    requireRunning(meeting);
    return meeting;
  }
}
