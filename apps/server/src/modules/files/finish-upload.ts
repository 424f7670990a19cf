import { Injectable } from '@nestjs/common';
import type { Attachment } from '@parvis/contracts';
import { buffer } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { ApiError } from '../../platform/http/api-error.ts';
import { BlobStore, type PutBlob } from '../../platform/storage/blob-store.ts';
import { Blobs } from '../../platform/storage/blobs.ts';
import { FILE_COLUMNS, type FileRow, toAttachment } from './file-row.ts';
import { type MediaType, sniff, SNIFFED_BYTES } from './media-type.ts';
import { type Picture, Pictures } from './pictures.ts';
import { UploadHashes } from './upload-hashes.ts';
import { UploadsFolder } from './uploads-folder.ts';
import type { UploadRow } from './uploads.ts';

interface Found extends MediaType {
  picture: Picture | null;
}

/** Makes the file of a whole upload. Repeated, it answers the same file. */
@Injectable()
export class FinishUpload {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
    private readonly blobs: Blobs,
    private readonly pictures: Pictures,
    private readonly folder: UploadsFolder,
    private readonly hashes: UploadHashes,
  ) {}

  /** In the upload's turn. @throws ApiError not_found when it was given up meanwhile, unavailable without room for the copy */
  async run(userId: string, upload: UploadRow): Promise<Attachment> {
    await this.folder.requireRoomToKeep(upload.size);
    const file = await this.make(userId, upload).catch(async (error: unknown) => {
      // Another process finished it first, and took the bytes away.
      const made = (error as NodeJS.ErrnoException).code === 'ENOENT' ? await this.find(upload.id) : null;
      if (!made) throw error;
      return made;
    });
    await this.folder.remove(upload.id);
    this.hashes.forget(upload.id);
    return file;
  }

  private make(userId: string, upload: UploadRow): Promise<Attachment> {
    return this.blobs.keep([this.folder.source(upload.id, this.hashes.of(upload.id, upload.size))], async ([put]) => {
      if (!put || put.size !== upload.size) throw new ApiError('conflict', 'the upload changed while it was finished');
      const found = await this.look(put);
      const thumbnail = found.picture ? [bytes(found.picture.thumbnail)] : [];
      return this.blobs.keep(thumbnail, ([small]) => this.database.transaction((manager) => this.insert(manager, userId, upload, found, put, small)));
    });
  }

  private async find(uploadId: string): Promise<Attachment | null> {
    const [row] = await this.database.query<FileRow[]>(`SELECT ${FILE_COLUMNS} FROM file JOIN upload ON upload.file_id = file.id WHERE upload.id = $1`, [uploadId]);
    return row ? toAttachment(row) : null;
  }

  private async look(put: PutBlob): Promise<Found> {
    const head = put.size === 0 ? Buffer.alloc(0) : await buffer(await this.store.open(put.key, { start: 0, end: Math.min(put.size, SNIFFED_BYTES) - 1 }));
    const media = await sniff(head);
    if (media.kind !== 'image') return { ...media, picture: null };
    const picture = await this.pictures.read(() => this.store.open(put.key), put.size);
    // What can't be decoded here is not given to browsers as a picture either.
    return picture ? { ...media, picture } : { ...media, kind: 'file', picture: null };
  }

  private async insert(manager: EntityManager, userId: string, upload: UploadRow, found: Found, put: PutBlob, small: PutBlob | undefined): Promise<Attachment> {
    const [row] = await manager.query<{ fileId: string | null }[]>('SELECT file_id AS "fileId" FROM upload WHERE id = $1 FOR UPDATE', [upload.id]);
    if (!row) throw new ApiError('not_found');
    const blobId = await this.blobs.claim(manager, put);
    const thumbnailId = small ? await this.blobs.claim(manager, small) : null;
    // Finished by another process meanwhile: the blobs are the same.
    const id = row.fileId ?? v7();
    if (row.fileId === null) {
      const { mediaType, kind, picture } = found;
      await manager.query(
        `INSERT INTO file (id, uploaded_by, name, media_type, kind, size, blob_id, thumbnail_blob_id, width, height, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, userId, upload.name, mediaType, kind, put.size, blobId, thumbnailId, picture?.width ?? null, picture?.height ?? null, new Date()],
      );
      await manager.query('UPDATE upload SET file_id = $2 WHERE id = $1', [upload.id, id]);
    }
    const [file] = await manager.query<FileRow[]>(`SELECT ${FILE_COLUMNS} FROM file WHERE id = $1`, [id]);
    if (!file) throw new ApiError('not_found');
    return toAttachment(file);
  }
}

async function* bytes(whole: Buffer): AsyncIterable<Uint8Array> {
  yield whole;
}
