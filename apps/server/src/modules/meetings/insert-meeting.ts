import type { Channel, MeetingKind } from '@parvis/contracts';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { PostMessage } from '../messages/index.ts';
import { readMeeting } from './meeting-access.ts';
import { tellChannel } from './meeting-events.ts';
import type { MeetingRow } from './meeting-row.ts';

interface NewMeeting {
  channel: Pick<Channel, 'id'>;
  kind: MeetingKind;
  title: string;
  ownConversation: boolean;
}

/**
 * Writes a meeting and the message that stands for it. Nobody is in it yet: it is empty from now on.
 * The channel's stream must be locked, and no meeting run there.
 */
export async function insertMeeting(tx: StreamTransaction, messages: PostMessage, actor: Actor, { channel, kind, title, ownConversation }: NewMeeting): Promise<MeetingRow> {
  const id = v7();
  await tx.query(
    `INSERT INTO meeting (id, channel_id, kind, title, own_conversation, created_by, host_id, started_at, empty_since)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $7)`,
    [id, channel.id, kind, title, ownConversation, actor.userId, tx.at],
  );
  await messages.post(tx, actor, channel.id, { clientId: id, text: '', meetingId: id });
  await tellChannel(tx, { id, channelId: channel.id });
  const meeting = await readMeeting(tx, id);
  if (!meeting) throw new Error('a new meeting is not there');
  return meeting;
}
