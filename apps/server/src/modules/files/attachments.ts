import { Injectable } from '@nestjs/common';
import { type Attachment, LIMITS } from '@parvis/contracts';
import { v7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { FILE_COLUMNS, type FileRow, toAttachment } from './file-row.ts';

export interface AttachmentPlace {
  channelId: string;
  messageId: string;
  userId: string;
}

/** The files of messages. All writes are part of the message's own transaction. */
@Injectable()
export class Attachments {
  constructor(private readonly jobs: Jobs) {}

  /**
   * Gives files that the person uploaded, and that are in no message yet, to a message that was
   * inserted before; in this order. Answers them.
   * @throws ApiError attachment_invalid for any other, for one named twice and for too many
   */
  async attach(tx: Query, fileIds: readonly string[], { channelId, messageId, userId }: AttachmentPlace): Promise<Attachment[]> {
    if (fileIds.length === 0) return [];
    if (fileIds.length > LIMITS.attachmentsPerMessage) throw new ApiError('attachment_invalid', `at most ${LIMITS.attachmentsPerMessage} files`);
    const rows = await tx.query<FileRow>(
      `WITH file AS (
         UPDATE file SET channel_id = $2, message_id = $3, position = wanted.position - 1
         FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, position)
         WHERE file.id = wanted.id AND file.uploaded_by = $4 AND file.message_id IS NULL
         RETURNING file.*
       ) SELECT ${FILE_COLUMNS} FROM file ORDER BY file.position`,
      [fileIds, channelId, messageId, userId],
    );
    if (rows.length !== fileIds.length) throw new ApiError('attachment_invalid', 'a file is not there, not yours or in a message already');
    return rows.map(toAttachment);
  }

  /** Messages without files have no entry. */
  async readFor(query: Query, messageIds: readonly string[]): Promise<Map<string, Attachment[]>> {
    const found = new Map<string, Attachment[]>();
    if (messageIds.length === 0) return found;
    const rows = await query.query<FileRow & { messageId: string }>(
      `SELECT file.message_id AS "messageId", ${FILE_COLUMNS} FROM file WHERE file.message_id = ANY($1) ORDER BY file.message_id, file.position`,
      [messageIds],
    );
    for (const row of rows) found.set(row.messageId, [...(found.get(row.messageId) ?? []), toAttachment(row)]);
    return found;
  }

  /** Deletes the messages' files, and their bytes after the commit, unless other files have the same. What a document shows is that one's from then on. */
  async removeFor(tx: Query, messageIds: readonly string[]): Promise<void> {
    if (messageIds.length === 0) return;
    const rows = await tx.query<{ blobId: string }>(
      `WITH kept AS (
         UPDATE file SET message_id = NULL, channel_id = NULL WHERE message_id = ANY($1) AND EXISTS (SELECT FROM document_file df WHERE df.file_id = file.id)
       ), gone AS (
         DELETE FROM file WHERE message_id = ANY($1) AND NOT EXISTS (SELECT FROM document_file df WHERE df.file_id = file.id) RETURNING blob_id, thumbnail_blob_id
       )
       SELECT DISTINCT unnest(ARRAY[blob_id, thumbnail_blob_id]) AS "blobId" FROM gone`,
      [messageIds],
    );
    const blobIds = rows.map((row) => row.blobId).filter((id) => id !== null);
    if (blobIds.length > 0) await this.jobs.add(tx, 'storage.purge-blobs', { blobIds });
  }

  /** For forwarding: new files of the other message with the same bytes. The caller saw to it that the person may read the first. */
  async copyTo(tx: Query, fromMessageId: string, { channelId, messageId, userId }: AttachmentPlace): Promise<Attachment[]> {
    // Held, so that its bytes aren't purged in between.
    const sources = await tx.query<{ id: string }>('SELECT id FROM file WHERE message_id = $1 ORDER BY position FOR SHARE', [fromMessageId]);
    if (sources.length === 0) return [];
    const rows = await tx.query<FileRow>(
      `INSERT INTO file (id, channel_id, message_id, position, uploaded_by, name, media_type, kind, size, blob_id, thumbnail_blob_id, width, height, duration, waveform, created_at)
       SELECT copy.id, $3, $4, source.position, $5, source.name, source.media_type, source.kind, source.size, source.blob_id, source.thumbnail_blob_id,
         source.width, source.height, source.duration, source.waveform, $6
       FROM unnest($1::uuid[], $2::uuid[]) AS copy (source_id, id) JOIN file source ON source.id = copy.source_id
       ORDER BY source.position
       RETURNING ${FILE_COLUMNS}`,
      [sources.map(({ id }) => id), sources.map(() => v7()), channelId, messageId, userId, new Date()],
    );
    return rows.map(toAttachment);
  }
}
