import { Injectable } from '@nestjs/common';
import { type Meeting, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from '../channels/index.ts';
import { MediaRights } from './media-rights.ts';
import { lockAndSee, requireRunning } from './meeting-access.ts';
import { tellChannel, tellMeeting } from './meeting-events.ts';
import { type MeetingRow, toMeeting } from './meeting-row.ts';
import { readParticipant } from './participant-row.ts';

type Changes = RouteInput<'updateMeeting'>['body'];

@Injectable()
export class UpdateMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly channels: ChannelAccess,
    private readonly rights: MediaRights,
  ) {}

  /** @throws ApiError not_found, also for somebody to show who is not in it; forbidden, meeting_ended */
  run(actor: Actor, { params, body }: RouteInput<'updateMeeting'>): Promise<Meeting> {
    return this.streams.transaction(async (tx) => {
      const { meeting, place } = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'meeting.run', place)) throw new ApiError('forbidden');
      requireRunning(meeting);
      if (body.spotlightId != null && (await readParticipant(tx, meeting.id, body.spotlightId))?.state !== 'joined') throw new ApiError('not_found');
      const changed = withChanges(meeting, body);
      if (isDeepStrictEqual(changed, meeting)) return toMeeting(meeting);
      await writeMeeting(tx, changed);
      const told = await tellMeeting(tx, meeting.id);
      if (changed.title !== meeting.title) await tellChannel(tx, meeting);
      if (meeting.ownConversation) await this.changeConversation(tx, actor, meeting, changed);
      if (changed.allowUnmute === 'everyone' && meeting.allowUnmute === 'hosts') await tx.query(`UPDATE meeting_participant SET muted_sources = '{}' WHERE meeting_id = $1`, [meeting.id]);
      if (changed.allowShare !== meeting.allowShare) tx.afterCommit(() => { this.rights.changed(meeting.id); });
      return toMeeting(told);
    });
  }

  /** A conversation that belongs to the meeting is called as the meeting is, and who may chat there may write in it. */
  private async changeConversation(tx: StreamTransaction, actor: Actor, before: MeetingRow, { channelId, title, allowChat }: MeetingRow): Promise<void> {
    if (title === before.title && allowChat === before.allowChat) return;
    // What stays is left alone: its members may have given it another name.
    await tx.query('UPDATE channel SET name = coalesce($2, name), posting = $3 WHERE id = $1', [
      channelId, title === before.title ? null : title, allowChat === 'hosts' ? 'moderators' : 'everyone',
    ]);
    const channel = await this.channels.channel(tx, channelId);
    if (channel) await tx.append(streamId('channel', channelId), 'channel.updated', { channel }, { author: actor.userId });
  }
}

const withChanges = (meeting: MeetingRow, { title, locked, lobby, allow, spotlightId }: Changes): MeetingRow => ({
  ...meeting,
  title: title ?? meeting.title,
  locked: locked ?? meeting.locked,
  lobby: lobby ?? meeting.lobby,
  allowShare: allow?.share ?? meeting.allowShare,
  allowChat: allow?.chat ?? meeting.allowChat,
  allowUnmute: allow?.unmute ?? meeting.allowUnmute,
  spotlightId: spotlightId === undefined ? meeting.spotlightId : spotlightId,
});

async function writeMeeting(tx: StreamTransaction, { id, title, locked, lobby, allowShare, allowChat, allowUnmute, spotlightId }: MeetingRow): Promise<void> {
  await tx.query(
    'UPDATE meeting SET title = $2, locked = $3, lobby = $4, allow_share = $5, allow_chat = $6, allow_unmute = $7, spotlight_id = $8 WHERE id = $1',
    [id, title, locked, lobby, allowShare, allowChat, allowUnmute, spotlightId],
  );
}
