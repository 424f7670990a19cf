import { Controller, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { CreateEmoji } from './create-emoji.ts';
import { DeleteEmoji } from './delete-emoji.ts';
import { EmojiReader } from './emoji-reader.ts';

@Controller()
export class EmojiController {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
    private readonly reader: EmojiReader,
    private readonly createEmoji: CreateEmoji,
    private readonly deleteEmoji: DeleteEmoji,
  ) {}

  @Route('listEmoji')
  async list(): Promise<RouteOutput<'listEmoji'>> {
    return { emoji: await this.reader.all(this.database) };
  }

  @Route('createEmoji')
  create(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'createEmoji'>): Promise<RouteOutput<'createEmoji'>> {
    return this.createEmoji.run(actor, body);
  }

  @Route('deleteEmoji')
  delete(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'deleteEmoji'>): Promise<void> {
    return this.deleteEmoji.run(actor, params.id);
  }

  /** The picture of an emoji never changes. */
  @Route('getEmojiImage')
  async image(@Input() { params }: RouteInput<'getEmojiImage'>, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const [blob] = await this.database.query<{ key: string }[]>(
      'SELECT blob.key FROM custom_emoji JOIN blob ON blob.id = custom_emoji.blob_id WHERE custom_emoji.id = $1',
      [params.id],
    );
    if (!blob) throw new ApiError('not_found');
    void reply.headers({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    return buffer(await this.store.open(blob.key));
  }
}
