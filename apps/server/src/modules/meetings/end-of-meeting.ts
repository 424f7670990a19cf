import { Injectable } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { MediaHosts } from '../media-hosts/index.ts';
import { touchMessage } from '../messages/index.ts';
import { GuestRetirement } from './guest-retirement.ts';
import { meetingStream, tellAdmission, tellCalls, tellChannel, tellMeeting } from './meeting-events.ts';
import { MeetingMoments } from './meeting-moments.ts';
import type { MeetingRow } from './meeting-row.ts';
import { readPresent } from './participant-row.ts';

/** What becomes of calls that still ring. */
type Unanswered = 'cancelled' | 'missed';

@Injectable()
export class EndOfMeeting {
  constructor(
    private readonly media: MediaHosts,
    private readonly ephemera: Ephemera,
    private readonly retirement: GuestRetirement,
    private readonly moments: MeetingMoments,
  ) {}

  /** Everybody is out of it, and everybody is told. The meeting must be locked, and run. */
  async inTransaction(tx: StreamTransaction, meeting: MeetingRow, unanswered: Unanswered = 'cancelled'): Promise<void> {
    const present = await readPresent(tx, meeting.id);
    await tx.lock(...present.map(({ userId }) => streamId('user', userId)));
    await tx.query(`UPDATE meeting_participant SET state = 'left', hand_raised_at = NULL WHERE meeting_id = $1 AND state <> 'left'`, [meeting.id]);
    await tx.query(
      'UPDATE meeting_stay SET left_at = $2 FROM meeting_participant p WHERE p.id = participant_id AND p.meeting_id = $1 AND left_at IS NULL',
      [meeting.id, tx.at],
    );
    await tx.query('UPDATE meeting SET ended_at = $2, outcome = $3, empty_since = NULL, spotlight_id = NULL, acting_host_id = NULL WHERE id = $1', [
      meeting.id, tx.at, await outcomeOf(tx, meeting),
    ]);
    await this.stopRinging(tx, meeting.id, unanswered);
    await this.moments.ending(tx, meeting.id);
    await tellMeeting(tx, meeting.id);
    await tellAdmission(tx, present, 'ended');
    await tellChannel(tx, meeting);
    if (meeting.messageId !== null) await touchMessage(tx, meeting.channelId, meeting.messageId, null);
    await this.retirement.afterMeeting(tx, meeting.id);
    for (const userId of new Set(present.map((one) => one.userId))) tx.evict(userId, meetingStream(meeting.id));
    tx.afterCommit(() => {
      if (meeting.sfuUrl !== null) this.media.tellHost(meeting.sfuUrl, 'closeRoom', { roomId: meeting.id });
      for (const userId of new Set(present.map((one) => one.userId))) this.ephemera.inMeeting(userId, false);
    });
  }

  private async stopRinging(tx: StreamTransaction, meetingId: string, state: Unanswered): Promise<void> {
    const silenced = await tx.query<{ userId: string }>(
      `WITH silenced AS (UPDATE meeting_call SET state = $2 WHERE meeting_id = $1 AND state = 'ringing' RETURNING user_id)
       SELECT user_id AS "userId" FROM silenced`,
      [meetingId, state],
    );
    await tellCalls(tx, meetingId, silenced.map(({ userId }) => userId));
  }
}

/** A call in which nobody was but who called was missed; or declined, when everybody who was called said so. */
async function outcomeOf(tx: StreamTransaction, { id, kind, createdBy }: MeetingRow): Promise<MeetingRow['outcome']> {
  if (kind === 'meeting') return 'ended';
  const [row] = await tx.query<{ answered: boolean; declined: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM meeting_stay JOIN meeting_participant p ON p.id = participant_id WHERE p.meeting_id = $1 AND p.user_id IS DISTINCT FROM $2) AS answered,
       (SELECT coalesce(bool_and(state = 'declined'), false) FROM meeting_call WHERE meeting_id = $1) AS declined`,
    [id, createdBy],
  );
  return row?.answered ? 'ended' : row?.declined ? 'declined' : 'missed';
}
