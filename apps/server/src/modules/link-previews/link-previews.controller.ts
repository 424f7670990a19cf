import { Controller, Req, Res } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { SAFE, sendBytes, type StoredBytes } from '../files/index.ts';
import { RemoveLinkPreview } from './remove-link-preview.ts';

@Controller()
export class LinkPreviewsController {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
    private readonly removeLinkPreview: RemoveLinkPreview,
  ) {}

  @Route('removeLinkPreview')
  remove(@CurrentActor() actor: Actor, @Input() input: RouteInput<'removeLinkPreview'>): Promise<Message> {
    return this.removeLinkPreview.run(actor, input);
  }

  @Route('getLinkPreviewImage')
  async image(
    @CurrentActor() actor: Actor,
    @Input() { params }: RouteInput<'getLinkPreviewImage'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [picture] = await this.database.query<StoredBytes[]>(
      `SELECT blob.id AS "blobId", blob.key, blob.size
       FROM message_link_preview shown
       JOIN message ON message.id = shown.message_id AND message.channel_id = $1 AND message.deleted_at IS NULL
       JOIN channel_member member ON member.channel_id = message.channel_id AND member.user_id = $4
       JOIN link_preview preview ON preview.id = shown.link_preview_id
       JOIN blob ON blob.id = preview.image_blob_id
       WHERE shown.message_id = $2 AND shown.link_preview_id = $3 AND NOT shown.removed`,
      [params.channelId, params.messageId, params.previewId, actor.userId],
    );
    if (!picture) throw new ApiError('not_found');
    await sendBytes(request, reply, this.store, picture, { ...SAFE, 'content-type': 'image/webp' });
  }
}
