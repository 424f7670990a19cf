import type { Attachment, Draft } from '@parvis/contracts';

/** Columns of `draft` under the names of `DraftRow`. */
export const DRAFT_COLUMNS = `draft.channel_id AS "channelId", draft.thread_id AS "threadId", draft.text, draft.file_ids AS "fileIds",
  draft.quoted_message_id AS "quotedMessageId", draft.updated_at AS "updatedAt", draft.told_seq AS "toldSeq"`;

export interface DraftRow extends Pick<Draft, 'channelId' | 'threadId' | 'text' | 'quotedMessageId'> {
  fileIds: string[];
  updatedAt: Date;
  /** Seq of the event that told it. */
  toldSeq: number;
}

export const toDraft = ({ fileIds: _fileIds, toldSeq: _toldSeq, ...row }: DraftRow, attachments: Attachment[]): Draft => ({
  ...row, attachments, updatedAt: row.updatedAt.toISOString(),
});
