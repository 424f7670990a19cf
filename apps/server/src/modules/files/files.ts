import { Injectable } from '@nestjs/common';
import type { Attachment, AttachmentKind, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import { fileName } from './file-name.ts';
import { FILE_COLUMNS, type FileRow, LOOSE, toAttachment } from './file-row.ts';

/** What is needed to send a file's bytes. */
export interface SeenFile {
  name: string;
  mediaType: string;
  kind: AttachmentKind;
  content: StoredBytes;
  thumbnail: StoredBytes | null;
}
export interface StoredBytes {
  blobId: string;
  key: string;
  size: number;
}

interface BytesRow {
  name: string;
  mediaType: string;
  kind: AttachmentKind;
  blobId: string;
  key: string;
  size: number;
  smallBlobId: string | null;
  smallKey: string | null;
  smallSize: number | null;
}
interface SeenRow extends BytesRow {
  uploadedBy: string;
  attached: boolean;
  member: boolean;
}

/** SQL: what a BytesRow is made of, from `file` and its blobs. */
const BYTES_COLUMNS = `file.name, file.media_type AS "mediaType", file.kind, blob.id AS "blobId", blob.key, blob.size,
  small.id AS "smallBlobId", small.key AS "smallKey", small.size AS "smallSize"`;
const BYTES_JOINS = 'JOIN blob ON blob.id = file.blob_id LEFT JOIN blob small ON small.id = file.thumbnail_blob_id';

function toSeenFile({ name, mediaType, kind, blobId, key, size, smallBlobId, smallKey, smallSize }: BytesRow): SeenFile {
  const thumbnail = smallBlobId !== null && smallKey !== null && smallSize !== null ? { blobId: smallBlobId, key: smallKey, size: smallSize } : null;
  return { name, mediaType, kind, content: { blobId, key, size }, thumbnail };
}

/** One file at a time: looking at it, and changing one that is in no message yet. */
@Injectable()
export class Files {
  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** Of a file that the caller may see. @throws ApiError not_found */
  async read(id: string): Promise<Attachment> {
    const [row] = await this.database.query<FileRow[]>(`SELECT ${FILE_COLUMNS} FROM file WHERE id = $1`, [id]);
    if (!row) throw new ApiError('not_found');
    return toAttachment(row);
  }

  /** Asks each time who is in the file's conversation, or reads a document that shows it. @throws ApiError not_found */
  async see(actor: Actor, id: string): Promise<SeenFile> {
    const [row] = await this.database.query<SeenRow[]>(
      `SELECT ${BYTES_COLUMNS}, file.uploaded_by AS "uploadedBy",
         file.message_id IS NOT NULL OR EXISTS (SELECT FROM document_file df WHERE df.file_id = file.id) AS attached,
         member.user_id IS NOT NULL OR EXISTS (
           SELECT FROM document_file df JOIN document d ON d.id = df.document_id WHERE df.file_id = file.id AND ${rankOf('$2::uuid')} >= CASE WHEN d.trashed_at IS NULL THEN 1 ELSE 3 END) AS member
       FROM file ${BYTES_JOINS}
       LEFT JOIN channel_member member ON member.channel_id = file.channel_id AND member.user_id = $2
       WHERE file.id = $1`,
      [id, actor.userId],
    );
    if (!row || !can(actor, 'file.read', { attached: row.attached, member: row.member, own: row.uploadedBy === actor.userId })) throw new ApiError('not_found');
    return toSeenFile(row);
  }

  /** Of a file that stands in a published document: for everybody. @throws ApiError not_found */
  async seePublished(documentId: string, id: string): Promise<SeenFile> {
    const [row] = await this.database.query<BytesRow[]>(
      `SELECT ${BYTES_COLUMNS} FROM document d JOIN document_file df ON df.document_id = d.id JOIN file ON file.id = df.file_id ${BYTES_JOINS}
       WHERE d.id = $1 AND d.published AND d.trashed_at IS NULL AND file.id = $2`,
      [documentId, id],
    );
    if (!row) throw new ApiError('not_found');
    return toSeenFile(row);
  }

  /** @throws ApiError not_found for a file that isn't mine or is in a message, unsupported_media for a voice that is no sound */
  async update(actor: Actor, id: string, { name, voice }: RouteInput<'updateFile'>['body']): Promise<Attachment> {
    return this.database.transaction(async (manager) => {
      const [file] = await manager.query<{ kind: AttachmentKind; mediaType: string }[]>(
        `SELECT kind, media_type AS "mediaType" FROM file WHERE id = $1 AND uploaded_by = $2 AND ${LOOSE} FOR UPDATE`,
        [id, actor.userId],
      );
      if (!file || !can(actor, 'file.change', { attached: false, own: true })) throw new ApiError('not_found');
      if (name !== undefined) await manager.query('UPDATE file SET name = $2 WHERE id = $1', [id, fileName(name)]);
      if (voice) {
        const mediaType = soundIn(file);
        if (mediaType === null) throw new ApiError('unsupported_media', 'the file is no sound');
        await manager.query(`UPDATE file SET kind = 'voice', media_type = $2, duration = $3, waveform = $4 WHERE id = $1`, [id, mediaType, voice.duration, voice.waveform]);
      }
      const [row] = await manager.query<FileRow[]>(`SELECT ${FILE_COLUMNS} FROM file WHERE id = $1`, [id]);
      return toAttachment(row as FileRow);
    });
  }

  /** @throws ApiError not_found for a file that isn't mine or is in a message */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [row] = await manager.query<{ blobIds: string[] }[]>(
        `WITH upload_gone AS (DELETE FROM upload WHERE file_id = $1 AND user_id = $2),
         gone AS (DELETE FROM file WHERE id = $1 AND uploaded_by = $2 AND ${LOOSE} RETURNING blob_id, thumbnail_blob_id)
         SELECT array_remove(ARRAY[blob_id, thumbnail_blob_id], NULL) AS "blobIds" FROM gone`,
        [id, actor.userId],
      );
      if (!row) throw new ApiError('not_found');
      await this.jobs.add(manager, 'storage.purge-blobs', { blobIds: row.blobIds });
    });
  }
}

/** Recorders write sound alone into containers that are made for video too. */
function soundIn({ kind, mediaType }: { kind: AttachmentKind; mediaType: string }): string | null {
  if (kind === 'audio' || kind === 'voice') return mediaType;
  return kind === 'video' ? mediaType.replace('video/', 'audio/') : null;
}
