import { Injectable } from '@nestjs/common';
import { type Meeting, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from '../channels/index.ts';
import { lockForPosting, PostMessage } from '../messages/index.ts';
import { insertMeeting } from './insert-meeting.ts';
import { MEETING_COLUMNS, type MeetingRow, toMeeting } from './meeting-row.ts';
import { Ringing } from './ringing.ts';

@Injectable()
export class StartMeeting {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
    private readonly messages: PostMessage,
    private readonly ringing: Ringing,
  ) {}

  /**
   * One meeting at a time in a conversation: whoever starts one there, or calls, while one runs gets
   * that one; two who call each other at the same moment meet.
   * @throws ApiError not_found, forbidden for a call in a channel, channel_archived, posting_restricted
   */
  async run(actor: Actor, { params, body }: RouteInput<'startMeeting'>): Promise<Meeting> {
    const channelId = params.id;
    const { channel } = await this.access.requireMember(this.database, channelId, actor.userId);
    if (body.ring && !can(actor, 'meeting.call', channel)) throw new ApiError('forbidden', 'only conversations are called');
    const called = body.ring ? channel.memberIds : [];
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('channel', channelId), ...called.map((userId) => streamId('user', userId)));
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const running = await readRunning(tx, channelId);
      if (running) return toMeeting(running);
      if (!can(actor, 'meeting.start', posting)) throw new ApiError(posting.archived ? 'channel_archived' : 'posting_restricted');
      const meeting = await insertMeeting(tx, this.messages, actor, {
        channel, kind: body.ring ? 'call' : 'meeting', title: body.title ?? channel.name ?? '', ownConversation: false,
      });
      if (body.ring) await this.ringing.call(tx, meeting, actor.userId, called);
      return toMeeting(meeting);
    });
  }
}

async function readRunning(query: Query, channelId: string): Promise<MeetingRow | null> {
  const [row] = await query.query<MeetingRow>(`SELECT ${MEETING_COLUMNS} FROM meeting m WHERE m.channel_id = $1 AND m.ended_at IS NULL`, [channelId]);
  return row ?? null;
}
