import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '../../platform/http/api-error.ts';
import { UploadHashes } from './upload-hashes.ts';
import { UploadsFolder } from './uploads-folder.ts';
import { type UploadRow, Uploads } from './uploads.ts';

/** Writes what comes to where the upload stands. What came before a broken connection stays. */
@Injectable()
export class AppendUpload {
  constructor(
    private readonly uploads: Uploads,
    private readonly folder: UploadsFolder,
    private readonly hashes: UploadHashes,
  ) {}

  /**
   * Answers the new offset.
   * @throws ApiError payload_too_large when more comes than was announced; invalid_request when the connection broke; unavailable without room
   */
  async run(upload: UploadRow, offset: number, source: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<number> {
    let end = offset;
    const hashed = this.hashes.goOn(upload.id, offset);
    const limited = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        if (end + chunk.byteLength > upload.size) throw new ApiError('payload_too_large', 'more bytes than were announced');
        end += chunk.byteLength;
        hashed?.update(chunk);
        yield chunk;
      }
    };
    // Left open when its bytes are refused: the answer goes out on the same connection.
    const chunks = source instanceof Readable ? source.iterator({ destroyOnReturn: false }) : source;
    // For all that is announced: what comes in one piece would fill the disk before anybody looks again.
    await this.folder.requireRoom(upload.size - offset + (await this.uploads.toCome(upload.id)));
    const target = this.folder.write(upload.id, offset);
    try {
      await pipeline(chunks, limited, target, { signal });
    } catch (error) {
      if (error instanceof ApiError) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') throw new ApiError('not_found');
      if (code === 'ABORT_ERR' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') throw new ApiError('invalid_request', 'the upload broke off');
      throw error;
    } finally {
      // What was being written when it broke off is written; the next turn must not meet it.
      if (!target.closed) await once(target, 'close').catch(() => undefined);
    }
    return end;
  }
}
