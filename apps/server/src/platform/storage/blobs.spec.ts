import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../config/config.ts';
import { createDataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import type { PutBlob } from './blob-store.ts';
import { BLOB_REFERENCES, Blobs } from './blobs.ts';
import { CheckStorage } from './check-storage.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

let test: TestDatabase;
let database: DataSource;
let folder: string;
let store: DiskBlobStore;
let blobs: Blobs;
let check: CheckStorage;
let userId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await createDataSource(test.url, 10).initialize();
  await migrate(database);
  folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-blobs-'));
  store = new DiskBlobStore(new Config({ PARVIS_DATA_DIR: folder }, []));
  blobs = new Blobs(database, store);
  check = new CheckStorage(database, store, blobs);
  userId = randomUUID();
  await database.query(`INSERT INTO app_user (id, email, name, role, language) VALUES ($1, 'ann@acme.test', 'Ann', 'member', 'en')`, [userId]);
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
  await rm(folder, { recursive: true });
});

const LATER = Date.now() + 48 * 3_600_000;

async function* bytes(...chunks: string[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
/** A file that refers to them, as part of the given transaction. */
async function refer(query: { query: DataSource['query'] }, blobId: string): Promise<string> {
  const id = randomUUID();
  await query.query(
    `INSERT INTO file (id, uploaded_by, name, media_type, kind, size, blob_id, created_at) VALUES ($1, $2, 'x', 'text/plain', 'file', 1, $3, now())`,
    [id, userId, blobId],
  );
  return id;
}
const keep = (content: string): Promise<{ blobId: string; fileId: string }> =>
  blobs.keep([bytes(content)], ([put]) => database.transaction(async (manager) => {
    const blobId = await blobs.claim(manager, put as PutBlob);
    return { blobId, fileId: await refer(manager, blobId) };
  }));
const forget = (fileId: string) => database.query('DELETE FROM file WHERE id = $1', [fileId]);
const keyOf = async (blobId: string): Promise<string | undefined> =>
  (await database.query<{ key: string }[]>('SELECT key FROM blob WHERE id = $1', [blobId]))[0]?.key;
async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of store.list()) found.push(key);
  return found;
}

describe('the store', () => {
  it('gives back what was put, whole or a range of it', async () => {
    const put = await store.put(bytes('hello ', 'world'));
    expect(put).toMatchObject({ size: 11, sha256: Buffer.from('b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9', 'hex') });
    expect(await text(await store.open(put.key))).toBe('hello world');
    expect(await text(await store.open(put.key, { start: 6, end: 8 }))).toBe('wor');
    expect(await store.stat(put.key)).toBe(11);
    await store.delete(put.key);
    await store.delete(put.key);
    expect(await store.stat(put.key)).toBeNull();
    await expect(store.open(put.key)).rejects.toThrow('ENOENT');
  });

  it('takes a finished file as it is, hashed before or not, and leaves it to its owner', async () => {
    const file = path.join(folder, 'finished');
    await writeFile(file, 'hello world');
    const sha256 = Buffer.from('b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9', 'hex');
    for (const known of [null, sha256]) {
      const put = await store.put({ file, sha256: known });
      expect(put).toMatchObject({ size: 11, sha256 });
      await store.delete(put.key);
    }
    const { key } = await store.put(createReadStream(file));
    await rm(file);
    expect(await text(await store.open(key))).toBe('hello world');
    await store.delete(key);
    await expect(store.put({ file, sha256 })).rejects.toThrow('ENOENT');
  });

  it('keeps nothing of what broke off', async () => {
    const before = await keys();
    async function* broken(): AsyncIterable<Uint8Array> {
      yield Buffer.from('half');
      await Promise.reject(new Error('gone'));
    }
    await expect(store.put(broken())).rejects.toThrow('gone');
    expect(await keys()).toEqual(before);
    expect(await readdir(path.join(folder, 'blobs', 'unfinished'))).toEqual([]);
  });

  it('forgets what a dead process left half-written, once that is old', async () => {
    const file = path.join(folder, 'blobs', 'unfinished', 'f'.repeat(32));
    await writeFile(file, 'half');
    await store.tidy(new Date(Date.now() - 1_000));
    expect(await readdir(path.dirname(file))).toHaveLength(1);
    await utimes(file, new Date(0), new Date(0));
    await store.tidy(new Date(Date.now() - 1_000));
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  it.each(['../../etc/passwd', 'ab/cd', '', 'ABCDEF00112233445566778899AABBCC'])('makes no path of %j', async (key) => {
    await expect(store.stat(key)).rejects.toThrow('not a key');
    await expect(store.open(key)).rejects.toThrow('not a key');
    await expect(store.delete(key)).rejects.toThrow('not a key');
  });
});

describe('blobs', () => {
  it('are one for the same bytes, also when put at the same moment', async () => {
    const kept = await Promise.all(Array.from({ length: 6 }, () => keep('same')));
    expect(new Set(kept.map(({ blobId }) => blobId)).size).toBe(1);
    expect((await keys()).filter((key) => key !== undefined)).toHaveLength(await count());
  });

  it('stay while something refers to them, and go with the last', async () => {
    const [first, second] = [await keep('shared'), await keep('shared')];
    const key = (await keyOf(first.blobId)) as string;
    await forget(first.fileId);
    expect(await blobs.purge([first.blobId])).toBe(0);
    await forget(second.fileId);
    expect(await blobs.purge([first.blobId, first.blobId])).toBe(1);
    expect(await store.stat(key)).toBeNull();
  });

  it('are not purged from under who is about to refer to them', async () => {
    const { blobId, fileId } = await keep('contested');
    await forget(fileId);
    const put = await store.put(bytes('contested'));
    let purging: Promise<number> | undefined;
    const claimed = await database.transaction(async (manager) => {
      const id = await blobs.claim(manager, put);
      purging = blobs.purge([id]);
      // It waits for the row that this transaction holds.
      await waitForLock();
      await refer(manager, id);
      return id;
    });
    expect(claimed).toBe(blobId);
    expect(await purging).toBe(0);
    expect(await text(await store.open((await keyOf(claimed)) as string))).toBe('contested');
  });

  it('are put anew by who comes while they are purged', async () => {
    const { blobId, fileId } = await keep('going');
    await forget(fileId);
    const oldKey = (await keyOf(blobId)) as string;
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM blob WHERE id = $1 FOR UPDATE', [blobId]);
    await runner.query('DELETE FROM blob WHERE id = $1', [blobId]);
    const again = keep('going');
    await waitForLock();
    await runner.commitTransaction();
    await runner.release();
    await store.delete(oldKey);
    const { blobId: newId } = await again;
    expect(newId).not.toBe(blobId);
    expect(await text(await store.open((await keyOf(newId)) as string))).toBe('going');
  });

  it('leave nothing in the store when what needed them failed', async () => {
    const before = await keys();
    await expect(blobs.keep([bytes('one'), bytes('two')], () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await keys()).toEqual(before);
  });

  it('are referred to by the columns that the sweep looks at', async () => {
    const rows = await database.query<{ column: string }[]>(
      `SELECT conrelid::regclass || '.' || attname AS column FROM pg_constraint
       JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1] WHERE confrelid = 'blob'::regclass AND contype = 'f' ORDER BY 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual(BLOB_REFERENCES);
  });
});

describe('the check of the storage', () => {
  it('finds what is missing, changed, unknown and unreferenced, and deletes litter only when told to', async () => {
    const sound = await keep('sound');
    const [lost, shorter, changed, loose] = [await keep('lost'), await keep('shorter'), await keep('changed'), await keep('loose')];
    await forget(loose.fileId);
    const where = async (blobId: string): Promise<string> => {
      const key = (await keyOf(blobId)) as string;
      return path.join(folder, 'blobs', key.slice(0, 2), key.slice(2, 4), key);
    };
    await rm(await where(lost.blobId));
    await writeFile(await where(shorter.blobId), 'short');
    await writeFile(await where(changed.blobId), 'CHANGED');
    const unknown = 'ab'.repeat(16);
    await mkdir(path.join(folder, 'blobs', 'ab', 'ab'), { recursive: true });
    await writeFile(path.join(folder, 'blobs', 'ab', 'ab', unknown), 'unknown');
    const looseKey = await keyOf(loose.blobId);

    expect((await check.run()).unknown).toEqual([]);
    expect((await check.run({ now: LATER })).unknown).toContain(unknown);
    const fixed = await check.run({ fix: true, deep: true, now: LATER });
    expect(fixed).toMatchObject({ missing: [await keyOf(lost.blobId)], wrongSize: [await keyOf(shorter.blobId)], wrongContent: [await keyOf(changed.blobId)] });
    expect(fixed.unreferenced).toContain(looseKey);
    expect(fixed.deleted).toBe(fixed.unknown.length + fixed.unreferenced.length);
    const after = await check.run({ now: LATER });
    expect(after).toMatchObject({ unknown: [], unreferenced: [], missing: [await keyOf(lost.blobId)] });
    expect((await buffer(await store.open((await keyOf(sound.blobId)) as string))).toString()).toBe('sound');
  });
});

async function count(): Promise<number> {
  const [row] = await database.query<{ count: number }[]>('SELECT count(*) FROM blob');
  return row?.count ?? 0;
}

/** Until another connection waits for a lock. */
async function waitForLock(): Promise<void> {
  for (;;) {
    const rows = await database.query<unknown[]>(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
  }
}
