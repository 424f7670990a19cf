import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LIMITS } from '@parvis/contracts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { lockMeeting } from './meeting-access.ts';
import { tellCalls } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';

/** Calls people into a meeting, until they answer or a while has passed. */
@Injectable()
export class Ringing implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly end: EndOfMeeting,
  ) {}

  onModuleInit(): void {
    this.handlers.register('meetings.ring-timeout', (payload) => this.giveUp(payload));
  }

  /** Those who are in it already are not called, nor whom a host removed. The streams of the meeting and of the people must be locked. */
  async call(tx: StreamTransaction, meeting: MeetingRow, callerId: string, userIds: readonly string[]): Promise<void> {
    const expiresAt = new Date(tx.at.getTime() + LIMITS.ringMs);
    const called = await tx.query<{ userId: string }>(
      `INSERT INTO meeting_call (meeting_id, user_id, caller_id, state, expires_at)
       SELECT $1, u.id, $2, 'ringing', $4 FROM app_user u
       WHERE u.id = ANY($3) AND u.id <> $2 AND u.deactivated_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = $1 AND p.user_id = u.id AND p.state = 'joined')
         AND NOT EXISTS (SELECT 1 FROM meeting_standing s WHERE s.meeting_id = $1 AND s.user_id = u.id AND s.removed)
       ON CONFLICT (meeting_id, user_id) DO UPDATE SET state = 'ringing', caller_id = excluded.caller_id, expires_at = excluded.expires_at
       RETURNING user_id AS "userId"`,
      [meeting.id, callerId, userIds, expiresAt],
    );
    await invite(tx, meeting, called.map(({ userId }) => userId));
    await tellCalls(tx, meeting.id, called.map(({ userId }) => userId));
    await this.jobs.add(tx, 'meetings.ring-timeout', { meetingId: meeting.id }, { runAt: expiresAt });
  }

  /** Nobody rings for ever. A call that nobody answered is over then, also for who waits in it. */
  private giveUp({ meetingId }: JobPayload<'meetings.ring-timeout'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (!meeting || meeting.endedAt !== null) return;
      const missed = await tx.query<{ userId: string }>(
        `WITH missed AS (
           UPDATE meeting_call SET state = 'missed' WHERE meeting_id = $1 AND state = 'ringing' AND expires_at <= clock_timestamp() RETURNING user_id
         ) SELECT user_id AS "userId" FROM missed`,
        [meetingId],
      );
      await tellCalls(tx, meetingId, missed.map(({ userId }) => userId));
      if (await isUnanswered(tx, meeting)) await this.end.inTransaction(tx, meeting, 'missed');
    });
  }
}

/** Whoever is called from outside of its conversation may come in, and waits in no lobby. */
async function invite(tx: StreamTransaction, { id, channelId }: MeetingRow, userIds: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO meeting_standing (meeting_id, user_id, invited, admitted)
     SELECT $1, person.id, true, true FROM unnest($3::uuid[]) AS person (id)
     WHERE NOT EXISTS (SELECT 1 FROM channel_member c WHERE c.channel_id = $2 AND c.user_id = person.id)
     ON CONFLICT (meeting_id, user_id) DO UPDATE SET invited = true, admitted = true`,
    [id, channelId, userIds],
  );
}

/** A call in which nobody was but who called, and that rings for nobody any more. */
export async function isUnanswered(tx: StreamTransaction, { id, kind, createdBy }: MeetingRow): Promise<boolean> {
  if (kind !== 'call') return false;
  const hope = await tx.query(
    `SELECT 1 FROM meeting_call WHERE meeting_id = $1 AND state = 'ringing'
     UNION ALL
     SELECT 1 FROM meeting_stay JOIN meeting_participant p ON p.id = participant_id WHERE p.meeting_id = $1 AND p.user_id IS DISTINCT FROM $2
     LIMIT 1`,
    [id, createdBy],
  );
  return hope.length === 0;
}
