import { Injectable } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { ChannelSummaries, JoinChannel, readPastMessage } from '../channels/index.ts';
import { settleHost } from './hosting.ts';
import { MediaRights } from './media-rights.ts';
import { meetingStream, tellCalls, tellChannel, tellParticipants } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readParticipant } from './participant-row.ts';

@Injectable()
export class Arrivals {
  constructor(
    private readonly joinChannel: JoinChannel,
    private readonly summaries: ChannelSummaries,
    private readonly ephemera: Ephemera,
    private readonly rights: MediaRights,
  ) {}

  /**
   * Somebody comes in, from outside or from the lobby. The caller decides that they may, under the
   * locks of the meeting and of the person.
   */
  async letIn(tx: StreamTransaction, meeting: MeetingRow, { id, userId }: Pick<ParticipantRow, 'id' | 'userId'>): Promise<ParticipantRow> {
    await tx.lock(streamId('user', userId));
    const before = await tx.query(`SELECT 1 FROM meeting_participant WHERE meeting_id = $1 AND user_id = $2 AND state = 'joined' LIMIT 1`, [meeting.id, userId]);
    await tx.query(`UPDATE meeting_participant SET state = 'joined', joined_at = $2, seen_at = $2 WHERE id = $1`, [id, tx.at]);
    await tx.query('INSERT INTO meeting_stay (participant_id, joined_at) VALUES ($1, $2)', [id, tx.at]);
    await tx.query(
      `INSERT INTO meeting_standing (meeting_id, user_id, admitted) VALUES ($1, $2, true)
       ON CONFLICT (meeting_id, user_id) DO UPDATE SET admitted = true`,
      [meeting.id, userId],
    );
    await tx.query('UPDATE meeting SET empty_since = NULL WHERE id = $1', [meeting.id]);
    await this.answer(tx, meeting.id, userId);
    if (meeting.ownConversation) await this.bringIn(tx, meeting.channelId, userId);
    if (meeting.messageId !== null) await readPastMessage(tx, this.summaries, meeting.channelId, userId, meeting.messageId);
    const { actingHostId } = await settleHost(tx, meeting);
    if (actingHostId !== meeting.actingHostId) tx.afterCommit(() => { this.rights.changed(meeting.id); });
    const participant = await readParticipant(tx, meeting.id, id);
    if (!participant) throw new Error('a participant is not there');
    tx.join(userId, meetingStream(meeting.id));
    await tellParticipants(tx, meeting.id, [participant]);
    if (before.length === 0) {
      await tellChannel(tx, meeting);
      tx.afterCommit(() => { this.ephemera.inMeeting(userId, true); });
    }
    return participant;
  }

  /** Whoever is in a meeting of its own is in its conversation. */
  private async bringIn(tx: StreamTransaction, channelId: string, userId: string): Promise<void> {
    const member = await tx.query('SELECT 1 FROM channel_member WHERE channel_id = $1 AND user_id = $2', [channelId, userId]);
    if (member.length === 0) await this.joinChannel.joinInTransaction(tx, { channelId, userId, role: 'member' });
  }

  /** However they come in: no device of theirs rings on. */
  private async answer(tx: StreamTransaction, meetingId: string, userId: string): Promise<void> {
    const answered = await tx.query(
      `WITH answered AS (UPDATE meeting_call SET state = 'answered' WHERE meeting_id = $1 AND user_id = $2 AND state <> 'answered' RETURNING 1) SELECT 1 FROM answered`,
      [meetingId, userId],
    );
    if (answered.length > 0) await tellCalls(tx, meetingId, [userId]);
  }
}
