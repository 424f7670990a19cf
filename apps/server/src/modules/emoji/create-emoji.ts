import { Injectable } from '@nestjs/common';
import { type CustomEmoji, LIMITS, type RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { Blobs } from '../../platform/storage/blobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { renderEmoji } from './emoji-image.ts';
import { CUSTOM_EMOJI_COLUMNS, type CustomEmojiRow, toCustomEmoji } from './emoji-reader.ts';

@Injectable()
export class CreateEmoji {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly organisations: OrganisationReader,
    private readonly store: BlobStore,
    private readonly blobs: Blobs,
  ) {}

  /**
   * Adds an emoji from a file that the person uploaded and that is in no message. The same picture
   * under the same name again is that emoji again. The file itself goes when loose files are swept.
   * @throws ApiError forbidden, name_taken, attachment_invalid, image_invalid, payload_too_large, too_many
   */
  async run(actor: Actor, { name, fileId }: RouteInput<'createEmoji'>['body']): Promise<CustomEmoji> {
    // Before anything is decoded for them.
    await this.requireRight(this.database, actor);
    const picture = await this.pictureIn(actor, fileId);
    return this.blobs.keep([once(picture)], ([put]) =>
      this.streams.transaction(async (tx) => {
        const stream = await this.organisations.stream(tx);
        await tx.lock(stream);
        await this.requireRight(tx, actor);
        const blobId = await this.blobs.claim(tx, put!);
        const known = await sameAsBefore(tx, actor, name, blobId);
        if (known) return known;
        const emoji = { id: uuidv7(), name, createdBy: actor.userId, createdAt: tx.at.toISOString() };
        await tx.query('INSERT INTO custom_emoji (id, name, blob_id, created_by, created_at) VALUES ($1, $2, $3, $4, $5)', [
          emoji.id, name, blobId, actor.userId, tx.at,
        ]);
        await tx.append(stream, 'emoji.created', { emoji }, { author: actor.userId });
        return emoji;
      }),
    );
  }

  private async requireRight(query: Query, actor: Actor): Promise<void> {
    if (!can(actor, 'emoji.create', await this.organisations.read(query))) throw new ApiError('forbidden');
  }

  private async pictureIn(actor: Actor, fileId: string): Promise<Buffer> {
    const [file] = await this.database.query<{ mediaType: string; size: number; key: string }[]>(
      `SELECT file.media_type AS "mediaType", file.size, blob.key FROM file JOIN blob ON blob.id = file.blob_id
       WHERE file.id = $1 AND file.uploaded_by = $2 AND file.message_id IS NULL`,
      [fileId, actor.userId],
    );
    if (!file) throw new ApiError('attachment_invalid', 'the file is not there, not yours or in a message already');
    if (file.size > LIMITS.customEmojiBytes) throw new ApiError('payload_too_large', `at most ${LIMITS.customEmojiBytes} bytes`);
    return renderEmoji(await buffer(await this.store.open(file.key)), file.mediaType);
  }
}

/** The emoji that this very request made before. @throws ApiError name_taken, too_many */
async function sameAsBefore(tx: StreamTransaction, actor: Actor, name: string, blobId: string): Promise<CustomEmoji | null> {
  const [row] = await tx.query<CustomEmojiRow & { blobId: string }>(
    `SELECT ${CUSTOM_EMOJI_COLUMNS}, custom_emoji.blob_id AS "blobId" FROM custom_emoji WHERE name = $1`,
    [name],
  );
  if (row) {
    const { blobId: known, ...emoji } = row;
    if (known === blobId && emoji.createdBy === actor.userId) return toCustomEmoji(emoji);
    throw new ApiError('name_taken');
  }
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }>('SELECT count(*) FROM custom_emoji');
  if (count >= LIMITS.customEmoji) throw new ApiError('too_many', `at most ${LIMITS.customEmoji} emoji`);
  return null;
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
