import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Blobs } from '../../platform/storage/blobs.ts';
import type { FetchedPage } from './fetch-page.ts';

/** Hours for which a page is not fetched again: one that told something, one that didn't. */
const FRESH_H = { told: 24, empty: 1 } as const;

/** What pages said, one row per address, whoever linked to them. */
@Injectable()
export class LinkPreviewRepository {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: Blobs,
    private readonly jobs: Jobs,
  ) {}

  /** Of these addresses, those that would have to be fetched now. */
  async stale(urls: readonly string[]): Promise<string[]> {
    const fresh = await this.database.query<{ url: string }[]>(
      `SELECT url FROM link_preview
       WHERE url = ANY($1) AND fetched_at > now() - interval '1 hour' * CASE WHEN title IS NULL THEN $3::int ELSE $2::int END`,
      [urls, FRESH_H.told, FRESH_H.empty],
    );
    const known = new Set(fresh.map(({ url }) => url));
    return urls.filter((url) => !known.has(url));
  }

  /** Null: there was nothing. What was known before stays then. */
  async keep(url: string, page: FetchedPage | null): Promise<void> {
    if (page === null) {
      await this.database.query(
        'INSERT INTO link_preview (id, url, fetched_at) VALUES ($1, $2, now()) ON CONFLICT (url) DO UPDATE SET fetched_at = excluded.fetched_at',
        [uuidv7(), url],
      );
      return;
    }
    await this.blobs.keep(page.picture ? [Readable.from([page.picture])] : [], ([put]) =>
      this.database.transaction(async (manager) => {
        const blobId = put ? await this.blobs.claim(manager, put) : null;
        const [before] = await manager.query<{ blobId: string | null }[]>('SELECT image_blob_id AS "blobId" FROM link_preview WHERE url = $1 FOR UPDATE', [url]);
        await manager.query(
          `INSERT INTO link_preview (id, url, title, description, site_name, image_blob_id, fetched_at) VALUES ($1, $2, $3, $4, $5, $6, now())
           ON CONFLICT (url) DO UPDATE SET title = excluded.title, description = excluded.description, site_name = excluded.site_name,
             image_blob_id = excluded.image_blob_id, fetched_at = excluded.fetched_at`,
          [uuidv7(), url, page.title, page.description, page.siteName, blobId],
        );
        if (before?.blobId && before.blobId !== blobId) await this.jobs.add(manager, 'storage.purge-blobs', { blobIds: [before.blobId] });
      }));
  }

  /** Forgets what no message shows, once it would be fetched anew anyway. */
  async sweep(): Promise<void> {
    await this.database.transaction(async (manager) => {
      const gone = await manager.query<{ blobId: string | null }[]>(
        `WITH gone AS (
           DELETE FROM link_preview preview WHERE fetched_at < now() - interval '1 hour' * $1::int
             AND NOT EXISTS (SELECT 1 FROM message_link_preview shown WHERE shown.link_preview_id = preview.id)
           RETURNING image_blob_id
         ) SELECT image_blob_id AS "blobId" FROM gone`,
        [FRESH_H.told],
      );
      const blobIds = gone.flatMap(({ blobId }) => (blobId === null ? [] : [blobId]));
      if (blobIds.length > 0) await this.jobs.add(manager, 'storage.purge-blobs', { blobIds });
    });
  }
}

/**
 * Makes a message show the previews of these addresses, in this order, as far as there are any; those
 * that its author removed stay removed. Answers whether that changed what it shows.
 */
export async function showPreviews(query: Query, messageId: string, urls: readonly string[]): Promise<boolean> {
  const before = await shownPreviews(query, messageId);
  await query.query(
    `DELETE FROM message_link_preview shown USING link_preview preview
     WHERE shown.message_id = $1 AND preview.id = shown.link_preview_id AND NOT shown.removed AND (preview.title IS NULL OR NOT preview.url = ANY($2))`,
    [messageId, urls],
  );
  await query.query(
    `INSERT INTO message_link_preview (message_id, link_preview_id, position)
     SELECT $1, preview.id, link.position FROM unnest($2::text[]) WITH ORDINALITY AS link (url, position)
     JOIN link_preview preview ON preview.url = link.url AND preview.title IS NOT NULL
     ON CONFLICT (message_id, link_preview_id) DO UPDATE SET position = excluded.position`,
    [messageId, urls],
  );
  return before !== (await shownPreviews(query, messageId));
}

/** What a message shows, as one text to compare. */
async function shownPreviews(query: Query, messageId: string): Promise<string> {
  const [row] = await query.query<{ shown: string }>(
    `SELECT coalesce(string_agg(preview.id || ' ' || preview.fetched_at, ',' ORDER BY shown.position), '') AS shown
     FROM message_link_preview shown JOIN link_preview preview ON preview.id = shown.link_preview_id
     WHERE shown.message_id = $1 AND NOT shown.removed`,
    [messageId],
  );
  return row?.shown ?? '';
}
