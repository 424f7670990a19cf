import { Controller, Req, Res } from '@nestjs/common';
import { API_PREFIX, type RouteInput, type RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { TUS_VERSION } from '../../platform/http/tus-options.ts';
import { AppendUpload } from './append-upload.ts';
import { Files } from './files.ts';
import { FinishUpload } from './finish-upload.ts';
import { bytesIn, metadataOf, nameIn, requireTusVersion } from './tus.ts';
import { UploadTurns } from './upload-turns.ts';
import { Uploads } from './uploads.ts';

/** The one door for bytes: tus 1.0, behind the same guard as every other operation. */
@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly turns: UploadTurns,
    private readonly appendUpload: AppendUpload,
    private readonly finishUpload: FinishUpload,
    private readonly files: Files,
  ) {}

  @Route('createUpload')
  async create(@CurrentActor() actor: Actor, @Req() { headers }: ParvisRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireTusVersion(headers);
    const size = bytesIn(headers, 'upload-length');
    const id = await this.uploads.create(actor.userId, { name: nameIn(headers), size });
    void reply.headers({ 'tus-resumable': TUS_VERSION, location: `${API_PREFIX}/uploads/${id}` });
  }

  @Route('getUpload')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: RouteInput<'getUpload'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RouteOutput<'getUpload'>> {
    const { size, name } = await this.uploads.require(actor.userId, params.id);
    // Not while bytes are still being written: they would be sent again.
    const offset = await this.turns.take(params.id, async () => this.uploads.offset(await this.uploads.require(actor.userId, params.id)));
    void reply.headers({ 'tus-resumable': TUS_VERSION, 'upload-offset': offset, 'upload-length': size, 'upload-metadata': metadataOf(name) });
    return { offset, size };
  }

  @Route('appendUpload')
  async append(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: RouteInput<'appendUpload'>,
    @Req() { headers }: ParvisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTusVersion(headers);
    const from = bytesIn(headers, 'upload-offset');
    await this.uploads.require(actor.userId, params.id);
    const offset = await this.turns.take(params.id, async (signal) => {
      const upload = await this.uploads.require(actor.userId, params.id);
      if (upload.fileId !== null || from !== (await this.uploads.offset(upload))) throw new ApiError('conflict', 'the upload stands at another offset');
      const end = await this.appendUpload.run(upload, from, body.stream, signal);
      if (end === upload.size) await this.finishUpload.run(actor.userId, upload);
      return end;
    });
    void reply.headers({ 'tus-resumable': TUS_VERSION, 'upload-offset': offset });
  }

  @Route('deleteUpload')
  async remove(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'deleteUpload'>, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.uploads.require(actor.userId, params.id);
    await this.turns.take(params.id, () => this.uploads.remove(params.id));
    void reply.header('tus-resumable', TUS_VERSION);
  }

  /** Finishes what a crash left whole but unfinished. */
  @Route('getUploadedFile')
  async file(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getUploadedFile'>): Promise<RouteOutput<'getUploadedFile'>> {
    await this.uploads.require(actor.userId, params.id);
    return this.turns.take(params.id, async () => {
      const upload = await this.uploads.require(actor.userId, params.id);
      if (upload.fileId !== null) return this.files.read(upload.fileId);
      if ((await this.uploads.offset(upload)) !== upload.size) throw new ApiError('not_found', 'the upload is not whole yet');
      return this.finishUpload.run(actor.userId, upload);
    });
  }
}
