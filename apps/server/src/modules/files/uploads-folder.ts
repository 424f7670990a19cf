import { Injectable } from '@nestjs/common';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { Config } from '../../platform/config/config.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { BlobSource } from '../../platform/storage/blob-store.ts';

/** Left free for everything else: a full disk would stop the database too. Bytes. */
const RESERVE = 512 * 1024 * 1024;

/** `PARVIS_DATA_DIR/uploads`: the bytes so far of each upload, in a file named by its id. */
@Injectable()
export class UploadsFolder {
  private readonly root: string;
  private readonly alone: boolean;

  constructor(config: Config) {
    this.root = path.join(config.dataDirectory, 'uploads');
    // Processes beside each other need Redis.
    this.alone = config.redisUrl === undefined;
  }

  async create(id: string): Promise<void> {
    await this.make();
    await (await open(this.pathOf(id), 'wx', 0o600)).close();
  }

  /** What is needed to keep a whole upload. @throws ApiError unavailable */
  requireRoomToKeep(bytes: number): Promise<void> {
    return this.requireRoom(this.alone ? 0 : bytes);
  }

  /** @throws ApiError unavailable when the disk hasn't room for so many more bytes */
  async requireRoom(bytes: number): Promise<void> {
    await this.make();
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < bytes + RESERVE) throw new ApiError('unavailable', 'the server has no room for it');
  }

  /** Bytes so far, and when the last of them came; null when there is no such upload. */
  async stat(id: string): Promise<{ offset: number; changedAt: Date } | null> {
    const found = await stat(this.pathOf(id)).catch(() => null);
    return found && { offset: found.size, changedAt: found.mtime };
  }

  /** Synced before it is closed: an offset that was told holds after a power cut. */
  write(id: string, offset: number): Writable {
    return createWriteStream(this.pathOf(id), { flags: 'r+', start: offset, flush: true });
  }

  /**
   * What came, for the store. Alone on the folder, this process knows that nobody writes to the file
   * any more; beside others it hands out its bytes to be copied, so that what is hashed is what is kept.
   */
  source(id: string, sha256: Buffer | null): BlobSource {
    return this.alone ? { file: this.pathOf(id), sha256 } : createReadStream(this.pathOf(id));
  }

  remove(id: string): Promise<void> {
    return rm(this.pathOf(id), { force: true });
  }

  async ids(): Promise<string[]> {
    return (await readdir(this.root).catch(() => [])).filter((name) => ID.test(name));
  }

  private async make(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
  }

  private pathOf(id: string): string {
    if (!ID.test(id)) throw new Error('not the id of an upload');
    return path.join(this.root, id);
  }
}

const ID = /^[0-9a-f-]{36}$/;
