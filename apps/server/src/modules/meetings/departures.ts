import { Injectable } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { MediaHosts } from '../media-hosts/index.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { settleHost } from './hosting.ts';
import { MediaRights } from './media-rights.ts';
import { meetingStream, tellAdmission, tellChannel, tellMeeting } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type ParticipantRow, readPresent } from './participant-row.ts';

@Injectable()
export class Departures {
  constructor(
    private readonly media: MediaHosts,
    private readonly ephemera: Ephemera,
    private readonly end: EndOfMeeting,
    private readonly rights: MediaRights,
  ) {}

  /**
   * These devices are out of the meeting, or of its lobby. `told`: what their people hear of it. A
   * call that nobody is in any more ends, a meeting a while later. The meeting must be locked, and run.
   */
  async letGo(tx: StreamTransaction, meeting: MeetingRow, leaving: readonly ParticipantRow[], told?: 'refused' | 'removed' | 'revoked'): Promise<void> {
    const ids = leaving.map(({ id }) => id);
    await tx.lock(...leaving.map(({ userId }) => streamId('user', userId)));
    await tx.query(`UPDATE meeting_participant SET state = 'left', hand_raised_at = NULL, muted_sources = '{}' WHERE id = ANY($1)`, [ids]);
    await tx.query('UPDATE meeting_stay SET left_at = $2 WHERE participant_id = ANY($1) AND left_at IS NULL', [ids, tx.at]);
    await tx.appendAll('meeting.participant_left', ids.map((participantId) => ({ stream: meetingStream(meeting.id), payload: { participantId } })));
    if (told) await tellAdmission(tx, leaving, told);
    tx.afterCommit(() => { this.dropMedia(meeting, leaving); });

    const staying = await readPresent(tx, meeting.id);
    const isIn = (userId: string) => staying.some((one) => one.userId === userId && one.state === 'joined');
    const gone = [...new Set(leaving.filter(({ state }) => state === 'joined').map(({ userId }) => userId))].filter((userId) => !isIn(userId));
    for (const userId of gone) tx.evict(userId, meetingStream(meeting.id));
    tx.afterCommit(() => { for (const userId of gone) this.ephemera.inMeeting(userId, false); });

    const empty = !staying.some(({ state }) => state === 'joined');
    if (empty && meeting.kind === 'call') return this.end.inTransaction(tx, meeting);
    if (empty) await tx.query('UPDATE meeting SET empty_since = coalesce(empty_since, $2) WHERE id = $1', [meeting.id, tx.at]);
    const { actingHostId } = await settleHost(tx, meeting);
    if (actingHostId !== meeting.actingHostId) tx.afterCommit(() => { this.rights.changed(meeting.id); });
    if (meeting.spotlightId !== null && ids.includes(meeting.spotlightId)) await this.darken(tx, meeting.id);
    if (gone.length > 0) await tellChannel(tx, meeting);
  }

  private async darken(tx: StreamTransaction, meetingId: string): Promise<void> {
    await tx.query('UPDATE meeting SET spotlight_id = NULL WHERE id = $1', [meetingId]);
    await tellMeeting(tx, meetingId);
  }

  private dropMedia({ id: roomId, sfuUrl, epoch }: MeetingRow, leaving: readonly ParticipantRow[]): void {
    if (sfuUrl === null) return;
    for (const { id, state } of leaving) if (state === 'joined') this.media.tellHost(sfuUrl, 'removePeer', { roomId, epoch, peerId: id });
  }
}
