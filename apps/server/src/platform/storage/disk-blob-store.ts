import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Config } from '../config/config.ts';
import { type BlobSource, BlobStore, type ByteRange, type FinishedFile, type ListedBlob, type PutBlob } from './blob-store.ts';

const KEY = /^[0-9a-f]{32}$/;
const UNFINISHED = 'unfinished';
/** Another file system, or one that has no second names. */
const NO_LINKS = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS']);

/** Blobs as files below `PARVIS_DATA_DIR/blobs`, spread over folders by the first four digits of their key. */
@Injectable()
export class DiskBlobStore extends BlobStore {
  private readonly root: string;

  constructor(config: Config) {
    super();
    this.root = path.join(config.dataDirectory, 'blobs');
  }

  put(source: BlobSource): Promise<PutBlob> {
    return 'file' in source ? this.putFile(source) : this.putStream(source);
  }

  /** The file gets a second name, without being copied. */
  private async putFile({ file, sha256 }: FinishedFile): Promise<PutBlob> {
    const key = newKey();
    const to = this.pathOf(key);
    const hash = sha256 ?? (await hashOf(file));
    const made = await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    try {
      await link(file, to);
    } catch (error) {
      if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return this.putStream(createReadStream(file));
    }
    try {
      const { size } = await syncFile(to);
      await this.syncFolders(to, made);
      return { key, sha256: hash, size };
    } catch (error) {
      await rm(to, { force: true });
      throw error;
    }
  }

  private async putStream(source: AsyncIterable<Uint8Array>): Promise<PutBlob> {
    const key = newKey();
    const unfinished = path.join(this.root, UNFINISHED, key);
    await mkdir(path.dirname(unfinished), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let size = 0;
    try {
      const file = await open(unfinished, 'wx', 0o600);
      // `flush` syncs the file before it is closed.
      await pipeline(source, async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.byteLength;
          yield chunk;
        }
      }, file.createWriteStream({ flush: true }));
      await this.moveIntoPlace(unfinished, key);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { key, sha256: hash.digest(), size };
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r');
    return createReadStream('', { fd: file, ...range });
  }

  async stat(key: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(): AsyncIterable<ListedBlob> {
    for (const first of await namesIn(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(first)) continue;
      for (const second of await namesIn(path.join(this.root, first))) {
        for (const key of await namesIn(path.join(this.root, first, second))) {
          if (!KEY.test(key)) continue;
          const found = await stat(this.pathOf(key)).catch(() => null);
          if (found) yield { key, size: found.size, modifiedAt: found.mtime };
        }
      }
    }
  }

  async tidy(olderThan: Date): Promise<void> {
    const folder = path.join(this.root, UNFINISHED);
    for (const name of await namesIn(folder)) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => null);
      if (found && found.mtime < olderThan) await rm(file, { force: true });
    }
  }

  private async moveIntoPlace(from: string, key: string): Promise<void> {
    const to = this.pathOf(key);
    const made = await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    await this.syncFolders(to, made);
  }

  /** A folder that is new is an entry of its parents, which is as little on disk as it. */
  private async syncFolders(file: string, made: string | undefined): Promise<void> {
    const last = made === undefined ? path.dirname(file) : this.root;
    for (let folder = path.dirname(file); folder.startsWith(last); folder = path.dirname(folder)) await syncFolder(folder);
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return path.join(this.root, key.slice(0, 2), key.slice(2, 4), key);
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  });

const newKey = (): string => randomBytes(16).toString('hex');

async function hashOf(file: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest();
}

async function syncFile(file: string): Promise<{ size: number }> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return await handle.stat();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
