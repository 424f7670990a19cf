import type { Attachment, ScheduledMessage } from '@parvis/contracts';

/** Columns of `scheduled_message scheduled` under the names of `ScheduledMessageRow`. */
export const SCHEDULED_COLUMNS = `scheduled.id, scheduled.channel_id AS "channelId", scheduled.thread_id AS "threadId", scheduled.text,
  scheduled.quoted_message_id AS "quotedMessageId", scheduled.also_in_channel AS "alsoInChannel",
  scheduled.file_ids AS "fileIds", scheduled.send_at AS "sendAt", scheduled.failure, scheduled.created_at AS "createdAt",
  scheduled.ended_at AS "endedAt", scheduled.request_hash AS "requestHash", scheduled.told_seq AS "toldSeq"`;

export interface ScheduledMessageRow extends Pick<ScheduledMessage, 'id' | 'channelId' | 'threadId' | 'text' | 'failure'> {
  /** Null also when that message is gone for good. */
  quotedMessageId: string | null;
  alsoInChannel: boolean;
  fileIds: string[];
  sendAt: Date;
  createdAt: Date;
  /** Sent or cancelled: its words and files are forgotten. */
  endedAt: Date | null;
  requestHash: string;
  /** Seq of the event that told it last; 0 when it is not told yet. */
  toldSeq: number;
}

export const toScheduledMessage = (row: ScheduledMessageRow, attachments: Attachment[]): ScheduledMessage => ({
  id: row.id,
  channelId: row.channelId,
  threadId: row.threadId,
  text: row.text,
  attachments,
  ...answerOf(row),
  sendAt: row.sendAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
  failure: row.failure,
});

/** What it answers besides its thread; left out what there is none of. */
export const answerOf = ({ quotedMessageId, alsoInChannel }: ScheduledMessageRow): Pick<ScheduledMessage, 'quotedMessageId' | 'alsoInChannel'> => ({
  ...(quotedMessageId !== null && { quotedMessageId }),
  ...(alsoInChannel && { alsoInChannel }),
});
