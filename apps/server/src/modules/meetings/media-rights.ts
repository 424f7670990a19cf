import { Injectable } from '@nestjs/common';
import { type MediaSource, mediaSource, type MeetingPermissions, type MeetingRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import { Log } from '../../platform/log/log.ts';
import { MediaHosts } from '../media-hosts/index.ts';
import { readMeeting } from './meeting-access.ts';
import type { MeetingRow } from './meeting-row.ts';
import { readPresent } from './participant-row.ts';

type Allowing = Pick<MeetingRow, 'allowShare' | 'allowChat' | 'allowUnmute'>;

export const allowOf = ({ allowShare, allowChat, allowUnmute }: Allowing): MeetingPermissions => ({ share: allowShare, chat: allowChat, unmute: allowUnmute });

/** What somebody of this role may send. */
export const sourcesOf = (meeting: Allowing, role: MeetingRole): MediaSource[] =>
  // Of the organisation they may be anybody: only what they are to the meeting counts.
  mediaSource.options.filter((source) => can({ role: 'member' }, 'meeting.send', { role, source, allow: allowOf(meeting) }));

/** Who may send what, as the media host knows it. */
@Injectable()
export class MediaRights {
  constructor(
    private readonly database: DataSource,
    private readonly media: MediaHosts,
    private readonly log: Log,
  ) {}

  /** Somebody's role or what a meeting allows has changed: its media host ends what may not be sent any more, and tells whom it concerns. */
  changed(meetingId: string): void {
    this.tell(meetingId).catch((error: unknown) => { this.log.error({ err: error }, 'rights to send could not be told'); });
  }

  private async tell(meetingId: string): Promise<void> {
    const meeting = await readMeeting(this.database, meetingId);
    if (meeting?.sfuUrl == null || meeting.endedAt !== null) return;
    for (const { id, state, role } of await readPresent(this.database, meetingId)) {
      if (state !== 'joined') continue;
      this.media.tellHost(meeting.sfuUrl, 'setSources', { roomId: meetingId, epoch: meeting.epoch, peerId: id, sources: sourcesOf(meeting, role) });
    }
  }
}
