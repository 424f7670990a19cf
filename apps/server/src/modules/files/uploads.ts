import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { Config } from '../../platform/config/config.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { UploadsFolder } from './uploads-folder.ts';

export interface UploadRow {
  id: string;
  name: string;
  size: number;
  fileId: string | null;
}

/** Under way at a time, of one person. */
const OPEN_UPLOADS = 40;

/** Uploads on their way; each is its owner's alone. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly folder: UploadsFolder,
    private readonly config: Config,
  ) {}

  /** @throws ApiError payload_too_large, too_many */
  async create(userId: string, upload: { name: string; size: number }): Promise<string> {
    if (upload.size > this.config.uploadMaxBytes) throw new ApiError('payload_too_large', `at most ${this.config.uploadMaxBytes} bytes`);
    const id = v7();
    await this.database.transaction(async (manager) => {
      // One after the other, so that many at once don't all see room for one more.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${userId}`]);
      const [open] = await manager.query<{ count: number }[]>('SELECT count(*) FROM upload WHERE user_id = $1 AND file_id IS NULL', [userId]);
      if ((open?.count ?? 0) >= OPEN_UPLOADS) throw new ApiError('too_many', 'finish or give up other uploads first');
      await manager.query('INSERT INTO upload (id, user_id, name, size, created_at) VALUES ($1, $2, $3, $4, now())', [id, userId, upload.name, upload.size]);
      await this.folder.create(id);
    });
    return id;
  }

  /** @throws ApiError not_found for an upload that isn't this person's */
  async require(userId: string, id: string): Promise<UploadRow> {
    const [row] = await this.database.query<UploadRow[]>('SELECT id, name, size, file_id AS "fileId" FROM upload WHERE id = $1 AND user_id = $2', [id, userId]);
    if (!row) throw new ApiError('not_found');
    return row;
  }

  /** Bytes that have come. @throws ApiError not_found when they were swept away */
  async offset(upload: UploadRow): Promise<number> {
    if (upload.fileId !== null) return upload.size;
    const found = await this.folder.stat(upload.id);
    if (!found) throw new ApiError('not_found');
    return found.offset;
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM upload WHERE id = $1', [id]);
    await this.folder.remove(id);
  }
}
