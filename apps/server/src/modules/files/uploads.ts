import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { LOOSE } from './file-row.ts';
import { UploadsFolder } from './uploads-folder.ts';

export interface UploadRow {
  id: string;
  name: string;
  size: number;
  fileId: string | null;
}

/** Under way at a time, of one person. */
const OPEN_UPLOADS = 40;
/** Nothing came for so long: perhaps nothing more comes. */
const STILL_MS = 3_600_000;

/** Uploads on their way; each is its owner's alone. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly folder: UploadsFolder,
    private readonly config: Config,
  ) {}

  /** @throws ApiError payload_too_large, too_many, upload_quota_exceeded; unavailable without room */
  async create(userId: string, upload: { name: string; size: number }): Promise<string> {
    if (upload.size > this.config.uploadMaxBytes) throw new ApiError('payload_too_large', `at most ${this.config.uploadMaxBytes} bytes`);
    const id = v7();
    await this.database.transaction(async (manager) => {
      // One after the other, so that many at once don't all see room for one more.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${userId}`]);
      const [held] = await manager.query<{ open: number; bytes: number }[]>(
        `SELECT count(*)::int AS open,
           (coalesce(sum(size), 0) + (SELECT coalesce(sum(size), 0) FROM file WHERE uploaded_by = $1 AND ${LOOSE}))::bigint AS bytes
         FROM upload WHERE user_id = $1 AND file_id IS NULL`,
        [userId],
      );
      if (held && held.open >= OPEN_UPLOADS) throw new ApiError('too_many', 'finish or give up other uploads first');
      const most = this.config.uploadUnsentMaxBytes;
      if (held && held.bytes + upload.size > most) throw new ApiError('upload_quota_exceeded', `at most ${most} bytes that are in no message and no document yet`);
      await this.folder.requireRoom(upload.size + (await this.toCome(null, manager)));
      await manager.query('INSERT INTO upload (id, user_id, name, size, created_at) VALUES ($1, $2, $3, $4, now())', [id, userId, upload.name, upload.size]);
      await this.folder.create(id);
    });
    return id;
  }

  /**
   * Bytes that are announced and yet to come, of everybody's uploads, or of those begun before this one:
   * who came first has the room. One that lies still keeps none.
   */
  async toCome(before: string | null, query: Query = this.database): Promise<number> {
    const under = await query.query<{ id: string; size: number }>('SELECT id, size FROM upload WHERE file_id IS NULL AND ($1::uuid IS NULL OR id < $1)', [before]);
    const still = Date.now() - STILL_MS;
    let bytes = 0;
    for (const { id, size } of under) {
      const found = await this.folder.stat(id);
      if (found && found.changedAt.getTime() >= still) bytes += size - found.offset;
    }
    return bytes;
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
