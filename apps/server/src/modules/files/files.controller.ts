import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { contentHeaders, SAFE } from './content-headers.ts';
import { Files } from './files.ts';
import { ListChannelFiles } from './list-channel-files.ts';
import { sendBytes } from './send-bytes.ts';

@Controller()
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly listChannelFiles: ListChannelFiles,
    private readonly store: BlobStore,
  ) {}

  @Route('getFileContent')
  async content(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: RouteInput<'getFileContent'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.see(actor, params.id);
    await sendBytes(request, reply, this.store, file.content, contentHeaders(file, query.download === 'true'));
  }

  @Route('getFileThumbnail')
  async thumbnail(
    @CurrentActor() actor: Actor,
    @Input() { params }: RouteInput<'getFileThumbnail'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { thumbnail } = await this.files.see(actor, params.id);
    if (!thumbnail) throw new ApiError('not_found');
    await sendBytes(request, reply, this.store, thumbnail, { ...SAFE, 'content-type': 'image/webp' });
  }

  @Route('updateFile')
  update(@CurrentActor() actor: Actor, @Input() { params, body }: RouteInput<'updateFile'>): Promise<RouteOutput<'updateFile'>> {
    return this.files.update(actor, params.id, body);
  }

  @Route('deleteFile')
  remove(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'deleteFile'>): Promise<RouteOutput<'deleteFile'>> {
    return this.files.delete(actor, params.id);
  }

  @Route('listChannelFiles')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: RouteInput<'listChannelFiles'>): Promise<RouteOutput<'listChannelFiles'>> {
    return this.listChannelFiles.run(actor, params.id, query);
  }
}
