import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import type { Query } from '../database/query.ts';
import { type BlobSource, BlobStore, type PutBlob } from './blob-store.ts';

const FOREIGN_KEY_VIOLATION = '23503';
const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Every column with a foreign key to `blob`; a spec holds the list against the database. */
export const BLOB_REFERENCES = ['custom_emoji.blob_id', 'file.blob_id', 'file.thumbnail_blob_id', 'link_preview.image_blob_id'];
const UNREFERENCED = BLOB_REFERENCES.map((column) => `NOT EXISTS (SELECT FROM ${column.split('.')[0]} WHERE ${column} = blob.id)`).join(' AND ');

/**
 * Bytes known to the database, each once whatever refers to them. What refers to a blob does so by a
 * foreign key; a blob that nothing refers to is purged.
 */
@Injectable()
export class Blobs {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
  ) {}

  /**
   * The id of the blob with these bytes, to be referred to in the same transaction: until its
   * commit the blob can't be purged.
   */
  async claim(query: Query, put: PutBlob): Promise<string> {
    for (;;) {
      const [known] = await query.query<{ id: string; key: string }>('SELECT id, key FROM blob WHERE sha256 = $1 FOR KEY SHARE', [put.sha256]);
      if (known) {
        // No row will ever name what was put a second time.
        if (known.key !== put.key) await this.store.delete(put.key);
        return known.id;
      }
      const [made] = await query.query<{ id: string }>(
        'INSERT INTO blob (id, sha256, key, size) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING RETURNING id',
        [v7(), put.sha256, put.key, put.size],
      );
      if (made) return made.id;
      // Another transaction was quicker: its row is visible now, or it is being purged already.
    }
  }

  /** Puts bytes for the transaction that `work` makes, and takes them back when that fails. */
  async keep<T>(sources: BlobSource[], work: (puts: PutBlob[]) => Promise<T>): Promise<T> {
    const puts: PutBlob[] = [];
    try {
      for (const source of sources) puts.push(await this.store.put(source));
      return await work(puts);
    } catch (error) {
      await Promise.all(puts.map((put) => this.dropUnknown(put.key)));
      throw error;
    }
  }

  /** Those among them that nothing refers to any more. */
  async purge(blobIds: readonly string[]): Promise<number> {
    let purged = 0;
    for (const id of blobIds) if (await this.purgeOne(id)) purged += 1;
    return purged;
  }

  /** Blobs from before that moment which nothing refers to now; to be purged while they are listed, if at all. */
  async *unreferenced(before: Date): AsyncIterable<{ id: string; key: string }> {
    for (let last = FIRST; ;) {
      const rows = await this.database.query<{ id: string; key: string }[]>(
        `SELECT id, key FROM blob WHERE id > $1 AND created_at < $2 AND ${UNREFERENCED} ORDER BY id LIMIT $3`,
        [last, before, BATCH],
      );
      yield* rows;
      const end = rows.at(-1)?.id;
      if (end === undefined) return;
      last = end;
    }
  }

  private async purgeOne(id: string): Promise<boolean> {
    let key: string | undefined;
    try {
      key = await this.database.transaction(async (manager) => {
        // Whoever claims it at this moment holds the row, or waits for it and then finds it gone.
        const [row] = await manager.query<{ key: string }[]>('SELECT key FROM blob WHERE id = $1 FOR UPDATE', [id]);
        if (row) await manager.query('DELETE FROM blob WHERE id = $1', [id]);
        return row?.key;
      });
    } catch (error) {
      if ((error as { code?: string }).code === FOREIGN_KEY_VIOLATION) return false;
      throw error;
    }
    if (key === undefined) return false;
    // After the commit: a row without bytes would be a loss, bytes without a row are only litter.
    await this.store.delete(key);
    return true;
  }

  private async dropUnknown(key: string): Promise<void> {
    const [row] = await this.database.query<unknown[]>('SELECT 1 FROM blob WHERE key = $1', [key]);
    if (!row) await this.store.delete(key);
  }
}
