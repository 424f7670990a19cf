import { Injectable } from '@nestjs/common';
import { type Meeting, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { CreateChannel, creationKey, findCreated } from '../channels/index.ts';
import { PostMessage } from '../messages/index.ts';
import { insertMeeting } from './insert-meeting.ts';
import { MEETING_COLUMNS, type MeetingRow, toMeeting } from './meeting-row.ts';

@Injectable()
export class CreateMeeting {
  constructor(
    private readonly streams: Streams,
    private readonly createChannel: CreateChannel,
    private readonly messages: PostMessage,
  ) {}

  /** With a conversation of its own, which whoever joins is brought into. @throws ApiError forbidden, client_id_reused */
  run(actor: Actor, { body }: RouteInput<'createMeeting'>): Promise<Meeting> {
    if (!can(actor, 'meeting.create')) throw new ApiError('forbidden');
    const key = creationKey(actor.userId, 'createMeeting', body);
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const created = await findCreated(tx, 'channel.joined', key);
      if (created) {
        const [first] = await tx.query<MeetingRow>(`SELECT ${MEETING_COLUMNS} FROM meeting m WHERE m.channel_id = $1 ORDER BY m.started_at LIMIT 1`, [created.summary.channel.id]);
        if (!first) throw new ApiError('client_id_reused');
        return toMeeting(first);
      }
      const { channel } = await this.createChannel.createInTransaction(tx, {
        id: v7(), kind: 'group', teamId: null, name: body.title, topic: '', isGeneral: false, peopleKey: null, createdBy: actor.userId,
        // So that they still write where only hosts do.
        members: [{ userId: actor.userId, role: 'owner' }],
      }, key);
      return toMeeting(await insertMeeting(tx, this.messages, actor, { channel, kind: 'meeting', title: body.title, ownConversation: true }));
    });
  }
}
