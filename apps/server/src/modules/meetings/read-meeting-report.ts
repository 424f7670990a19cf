import { Injectable } from '@nestjs/common';
import type { ConnectionQuality, MeetingReport, MeetingRole, Recording } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { seeMeeting } from './meeting-access.ts';
import { roleOf } from './participant-row.ts';
import { QUALITY_FIELDS } from './record-quality.ts';

interface AttendanceRow {
  userId: string;
  name: string;
  guest: boolean;
  role: MeetingRole;
  stays: { joinedAt: string; leftAt: string | null }[];
  sums: number[];
  counts: number[];
}

/** One line a person, with all of their devices; those who only waited are not in it. */
const ATTENDANCE = `
  SELECT p.user_id AS "userId", u.name, u.meeting_guest AS guest, ${roleOf('p.user_id')} AS role,
    jsonb_agg(jsonb_build_object('joinedAt', s.joined_at, 'leftAt', s.left_at) ORDER BY s.joined_at) AS stays, quality.sums, quality.counts
  FROM meeting m JOIN meeting_participant p ON p.meeting_id = m.id JOIN meeting_stay s ON s.participant_id = p.id JOIN app_user u ON u.id = p.user_id
  CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT sum(d.quality_sums[place]) FROM meeting_participant d, generate_series(1, ${QUALITY_FIELDS.length}) place
        WHERE d.meeting_id = m.id AND d.user_id = p.user_id GROUP BY place ORDER BY place)::float8[] AS sums,
      ARRAY(SELECT sum(d.quality_counts[place]) FROM meeting_participant d, generate_series(1, ${QUALITY_FIELDS.length}) place
        WHERE d.meeting_id = m.id AND d.user_id = p.user_id GROUP BY place ORDER BY place)::float8[] AS counts
  ) quality
  WHERE m.id = $1
  GROUP BY m.id, p.user_id, u.id, quality.sums, quality.counts
  ORDER BY min(s.joined_at), p.user_id`;

@Injectable()
export class ReadMeetingReport {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError not_found */
  async run(actor: Actor, meetingId: string): Promise<MeetingReport> {
    const { meeting } = await seeMeeting(this.database, actor, meetingId);
    const query: Query = this.database;
    const people = await query.query<AttendanceRow>(ATTENDANCE, [meetingId]);
    const recordings = await query.query<Omit<Recording, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null }>(
      `SELECT id, state, started_by AS "startedBy", started_at AS "startedAt", ended_at AS "endedAt", message_id AS "messageId"
       FROM meeting_recording WHERE meeting_id = $1 ORDER BY started_at`,
      [meetingId],
    );
    return {
      meetingId,
      duration: (meeting.endedAt ?? new Date()).getTime() - meeting.startedAt.getTime(),
      attendance: people.map(({ stays, sums, counts, ...person }) => ({
        ...person,
        stays: stays.map(({ joinedAt, leftAt }) => ({ joinedAt: new Date(joinedAt).toISOString(), leftAt: leftAt === null ? null : new Date(leftAt).toISOString() })),
        quality: meansOf(sums, counts),
      })),
      recordings: recordings.map((one) => ({ ...one, startedAt: one.startedAt.toISOString(), endedAt: one.endedAt?.toISOString() ?? null })),
    };
  }
}

function meansOf(sums: readonly number[], counts: readonly number[]): ConnectionQuality | null {
  if (counts.every((count) => count === 0)) return null;
  const means = QUALITY_FIELDS.map((field, place) => [field, counts[place] ? (sums[place] ?? 0) / counts[place] : null]);
  return Object.fromEntries(means) as ConnectionQuality;
}
