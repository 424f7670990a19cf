import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { SessionEnder } from '../users/index.ts';

const HOUR_MS = 60 * 60_000;
/** A meeting may go on for longer than this only without guests who came by a link. */
const AT_MOST_MS = 24 * HOUR_MS;
/** To read once more what was said. */
const AFTER_MEETING_MS = HOUR_MS;

const keyOf = (userId: string): string => `meeting-guest:${userId}`;

/** Closes the accounts of people who came by a link: nobody else would. */
@Injectable()
export class GuestRetirement implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly streams: Streams,
    private readonly sessions: SessionEnder,
  ) {}

  onModuleInit(): void {
    this.handlers.register('meetings.retire-guest', (payload) => this.retire(payload));
  }

  async atLatest(tx: StreamTransaction, userId: string): Promise<void> {
    await this.jobs.add(tx, 'meetings.retire-guest', { userId }, { key: keyOf(userId), runAt: new Date(tx.at.getTime() + AT_MOST_MS) });
  }

  async afterMeeting(tx: StreamTransaction, meetingId: string): Promise<void> {
    const guests = await tx.query<{ id: string }>(
      `SELECT u.id FROM meeting_standing s JOIN app_user u ON u.id = s.user_id AND u.meeting_guest AND u.deactivated_at IS NULL WHERE s.meeting_id = $1`,
      [meetingId],
    );
    for (const { id } of guests) {
      await this.jobs.add(tx, 'meetings.retire-guest', { userId: id }, { key: keyOf(id), runAt: new Date(tx.at.getTime() + AFTER_MEETING_MS) });
    }
  }

  private retire({ userId }: JobPayload<'meetings.retire-guest'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.query('UPDATE app_user SET deactivated_at = coalesce(deactivated_at, $2) WHERE id = $1 AND meeting_guest', [userId, tx.at]);
      await this.sessions.endAll(tx, userId);
    });
  }
}
