import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import { BlobStore } from './blob-store.ts';
import { Blobs } from './blobs.ts';

export interface StorageReport {
  blobs: number;
  bytes: number;
  /** Keys that the database names and the store doesn't have. */
  missing: string[];
  wrongSize: string[];
  /** Other bytes than were put; looked for only when asked. */
  wrongContent: string[];
  /** Keys in the store that the database doesn't know. */
  unknown: string[];
  /** Of blobs that nothing refers to. */
  unreferenced: string[];
  /** Of unknown and unreferenced ones, when asked. */
  deleted: number;
}

interface BlobRow {
  id: string;
  key: string;
  size: number;
  sha256: Buffer;
}

const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** What was put this recently may be on its way into the database. */
const YOUNG_MS = 24 * 3_600_000;

/** Compares the database with the store, both ways. Safe beside a running server. */
@Injectable()
export class CheckStorage {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
    private readonly blobs: Blobs,
  ) {}

  async run({ fix = false, deep = false, now = Date.now() }: { fix?: boolean; deep?: boolean; now?: number } = {}): Promise<StorageReport> {
    const report: StorageReport = { blobs: 0, bytes: 0, missing: [], wrongSize: [], wrongContent: [], unknown: [], unreferenced: [], deleted: 0 };
    for await (const row of this.rows()) await this.checkRow(row, deep, report);
    for await (const { id, key } of this.blobs.unreferenced(new Date(now))) {
      report.unreferenced.push(key);
      if (fix) report.deleted += await this.blobs.purge([id]);
    }
    await this.checkStore(new Date(now - YOUNG_MS), fix, report);
    return report;
  }

  private async checkRow(row: BlobRow, deep: boolean, report: StorageReport): Promise<void> {
    report.blobs += 1;
    report.bytes += row.size;
    const size = await this.store.stat(row.key);
    // Purged since the row was read: nothing is wrong.
    if (size === null && (await this.isKnown(row.key))) report.missing.push(row.key);
    else if (size !== null && size !== row.size) report.wrongSize.push(row.key);
    else if (size !== null && deep && !(await hashOf(await this.store.open(row.key))).equals(row.sha256)) report.wrongContent.push(row.key);
  }

  private async checkStore(before: Date, fix: boolean, report: StorageReport): Promise<void> {
    for await (const { key, modifiedAt } of this.store.list()) {
      if (modifiedAt >= before || (await this.isKnown(key))) continue;
      report.unknown.push(key);
      if (!fix) continue;
      await this.store.delete(key);
      report.deleted += 1;
    }
  }

  private async isKnown(key: string): Promise<boolean> {
    return (await this.database.query<unknown[]>('SELECT 1 FROM blob WHERE key = $1', [key])).length > 0;
  }

  private async *rows(): AsyncIterable<BlobRow> {
    for (let last = FIRST; ;) {
      const rows = await this.database.query<BlobRow[]>('SELECT id, key, size, sha256 FROM blob WHERE id > $1 ORDER BY id LIMIT $2', [last, BATCH]);
      yield* rows;
      const end = rows.at(-1)?.id;
      if (end === undefined) return;
      last = end;
    }
  }
}

async function hashOf(source: Readable): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(source, hash);
  return hash.digest();
}
